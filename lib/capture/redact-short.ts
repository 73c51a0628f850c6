import type { FrameContext } from './watcher.ts';

/** So much more is read than kept: a number at the place of the cut is seen whole, and masked. */
const readsTimes = 8;

/** At most `most` characters of a text, cut after redaction: half a number fits no rule any more. */
export function redactShort(context: Pick<FrameContext, 'redactText'>, text: string, most: number): string {
  return context.redactText(text.slice(0, most * readsTimes)).slice(0, most);
}
