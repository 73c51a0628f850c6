import { readFileSync } from 'node:fs';

const read = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The project's version, as `GET /healthz` tells it. */
export const version = read.version;
