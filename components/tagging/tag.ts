import type { CheckItemRef, PainPoint, Persona } from '../../lib/model/pain-point.ts';

/**
 * What choosing a check item asks for. No interval: whoever keeps it takes the last 60 seconds, never before the
 * session's start and, while paused, before the pause.
 */
export type Tag = Pick<PainPoint, 'kind' | 'dimensionId' | 'checkItemId' | 'severity'> & {
  /** The bookmark that is filled in by it; then its last 60 seconds are taken. */
  bookmarkId?: string | undefined;
};

/** What may be added to a pain point after it was tagged; parts left out stay as they are. */
export type TagChange = Partial<
  Pick<PainPoint, 'severity' | 'note' | 'need' | 'measure' | 'moreCheckItems'>
> & {
  /** null is anyone. */
  persona?: Persona | null;
};

/** The pain point tagged last, as the strip under the tagging panel shows it. */
export type LastTagged = { id: string; text: string; kind?: PainPoint['kind'] } & CheckItemRef & TagChange;

/** Kinds of personal data that a text seems to contain, as redaction names them; empty when it looks clean. */
export type LooksPersonal = (text: string) => string[];
