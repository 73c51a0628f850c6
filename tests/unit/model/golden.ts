import { readFileSync } from 'node:fs';

const file = new URL('../../golden/session-report-v1.json', import.meta.url);

/** The golden report as it stands in its file: unparsed, a new copy at every call. */
export const goldenReport = () => JSON.parse(readFileSync(file, 'utf8'));
