import { Drawing } from './drawing.ts';
import { MeasuredFact } from './measured-fact.ts';
import { PickedElement } from './picked-element.ts';
import { Id, LongText, Moment, ShortText } from './primitives.ts';
import { Rectification } from './rectification.ts';
import { z } from './zod.ts';

export const severities = ['minor', 'moderate', 'serious', 'blocking'] as const;
export const Severity = z.enum(severities);
export type Severity = z.infer<typeof Severity>;

/** 人群: whom it hits most. Anyone, where none is named. */
export const personas = ['elderly', 'disabled', 'remote'] as const;
export const Persona = z.enum(personas);
export type Persona = z.infer<typeof Persona>;

/** A check item with the dimension it stands under. */
export const CheckItemRef = z.object({ dimensionId: Id, checkItemId: Id });
export type CheckItemRef = z.infer<typeof CheckItemRef>;

/** More than the first that one pain point may be tied to. */
export const mostMoreCheckItems = 20;

/** 痛点/问题, or its good twin 亮点: what a person says, tied to a check item and to a replay interval. */
export const PainPoint = z.object({
  id: Id,
  kind: z.enum(['pain', 'highlight']).default('pain'),
  at: Moment,
  /** The replay interval it rests on; by default the 60 seconds before it was tagged. */
  interval: z.object({ from: Moment, to: Moment }),
  dimensionId: Id,
  checkItemId: Id,
  /** Further check items it bears on; the first one stands above. */
  moreCheckItems: z.array(CheckItemRef).max(mostMoreCheckItems).optional(),
  persona: Persona.optional(),
  severity: Severity,
  note: LongText.default(''),
  /** 需求 */
  need: LongText.default(''),
  /** 整改措施, suggested by the walker. */
  measure: LongText.default(''),
  stepId: Id.optional(),
  screenshotId: Id.optional(),
  /** The thing on the page that it is about. */
  element: PickedElement.optional(),
  /** What a person drew over its screenshot. */
  drawing: Drawing.optional(),
  /** What was measured, where it came from a suggestion; `note` holds only what a person stated. */
  measured: MeasuredFact.optional(),
  /** Redacted address and title of the page where it was tagged. */
  url: z.string().max(8000).default(''),
  title: ShortText.default(''),
  /** 整改, filled in by the unit's liaison. Missing until then, and in reports older than this. */
  rectification: Rectification.optional(),
});
export type PainPoint = z.infer<typeof PainPoint>;

/** All check items a pain point is tied to, each once, the first one first. */
export function checkItemsOf(
  point: Pick<PainPoint, 'dimensionId' | 'checkItemId' | 'moreCheckItems'>,
): CheckItemRef[] {
  const first = { dimensionId: point.dimensionId, checkItemId: point.checkItemId };
  const all = [first, ...(point.moreCheckItems ?? [])];
  return all.filter((each, n) => all.findIndex((other) => other.checkItemId === each.checkItemId) === n);
}

/** The default replay interval of a pain point: the last 60 seconds, never before the session's start. */
export function lastMinute(at: Moment, startedAt: Moment): { from: Moment; to: Moment } {
  return { from: Math.max(startedAt, at - 60_000), to: at };
}
