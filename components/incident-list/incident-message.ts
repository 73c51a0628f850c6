import type { Incident } from '../../lib/model/incident.ts';
import { formatDuration } from '../format/format-duration.ts';
import { keyOf } from '../format/key-of.ts';
import type { Text } from '../text.tsx';

const kinds: readonly string[] = ['failed-request', 'slow-request', 'dead-resource'];
const types: Record<string, string> = { main_frame: 'main-frame', sub_frame: 'sub-frame' };
/** Types of requests that have a name of their own. */
export const requestTypes = [
  'main-frame',
  'sub-frame',
  'xmlhttprequest',
  'script',
  'stylesheet',
  'image',
  'font',
  'media',
  'object',
  'ping',
  'websocket',
];

/** What an incident says, as a sentence: a request's is recorded as `main_frame 404`, `main_frame 3519 ms` (` unanswered`) or `script net::ERR_…`. */
export function incidentMessage(
  incident: Pick<Incident, 'kind' | 'message' | 'duration'>,
  text: Text,
): string {
  const [type = '', outcome = '', ...rest] = incident.message.split(' ');
  if (!kinds.includes(incident.kind) || !outcome) return incident.message;
  const id = types[type] ?? type;
  const thing = text(keyOf('review.incidents.request', requestTypes.includes(id) ? id : 'other'));
  if (rest[0] === 'ms') {
    const key = rest[1] === 'unanswered' ? 'review.incidents.unanswered' : 'review.incidents.slow';
    return text(key, thing, formatDuration(Number(outcome), text));
  }
  if (rest.length > 0) return incident.message;
  return text(
    /^\d{3}$/.test(outcome) ? 'review.incidents.answered' : 'review.incidents.broken',
    thing,
    outcome,
  );
}
