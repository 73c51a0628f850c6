import type { FormSource } from '../../model/official-form.ts';
import type { Session } from '../../model/session.ts';

/** Item and how it was walked as the summary prints it: “失业再就业”一件事一次办(辽事通APP), on two lines. */
export function itemText({ item, channel }: Session): string {
  const way = tighten(channel);
  return way ? `${item.name}\n(${way})` : item.name;
}

/** Person and post: 张三(一级主任科员), on two lines. */
export function personText({ walker: { name, position } }: Session): string {
  return position ? `${name}\n(${position})` : name;
}

/** Chinese beside Latin letters without a space, as the documents print it; nor after a bracket or quote of theirs. */
export function tighten(text: string): string {
  return text
    .trim()
    .replace(
      /(?<=[\p{Script=Han}）】”》])\s+(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])\s+(?=[\p{Script=Han}（【“《])/gu,
      '',
    );
}

/** How a session is named in remarks: the beginning of a random name, all of a telling one. */
export function shortId(id: string): string {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}-|[0-9a-f]{24}$)/.test(id) ? id.slice(0, 8) : id;
}

/** Sources under one key each, in the order in which the keys first appear. */
export function groupBy(
  sources: readonly FormSource[],
  keyOf: (session: Session) => readonly unknown[],
): FormSource[][] {
  const groups = new Map<string, FormSource[]>();
  for (const source of sources) {
    const key = JSON.stringify(keyOf(source.report.session));
    const group = groups.get(key);
    if (group) group.push(source);
    else groups.set(key, [source]);
  }
  return [...groups.values()];
}
