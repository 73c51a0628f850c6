import type { Action } from '../model/action.ts';
import type { Request } from '../model/request.ts';

/**
 * The answers that came between two actions in the frame of the second. Quick ones too: a person was slower than they
 * were, another run is not.
 */
export function answersBefore(
  requests: readonly Request[],
  since: number,
  action: Action,
): { url: string; count: number }[] {
  const here = requests.filter((each) => each.tab === action.tab && each.frame === action.frame);
  const asked = here.filter(
    (each) => each.type === 'xmlhttprequest' && !each.error && endOf(each) <= action.at,
  );
  const document = Math.max(0, ...here.filter((each) => isDocument(each) && each.at < action.at).map(endOf));
  const found = new Map<string, number>();
  for (const { url, at } of asked) {
    if (at < since) continue;
    const path = pathOf(url);
    const count = asked.filter((each) => pathOf(each.url) === path && endOf(each) >= document).length;
    found.set(path, Math.max(1, count));
  }
  return [...found].map(([url, count]) => ({ url, count }));
}

const isDocument = ({ type }: Request) => type === 'main_frame' || type === 'sub_frame';
const endOf = ({ at, duration }: Request) => at + duration;
const pathOf = (url: string) => url.replace(/[?#].*$/s, '');
