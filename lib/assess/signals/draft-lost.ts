import type { Field } from '../../model/field.ts';
import type { SessionReport } from '../../model/report.ts';
import type { SignalEvidence } from '../../model/signal.ts';
import { countUntil, findLastAt } from '../find-last-at.ts';
import { createHandOver, findComebacks } from './comebacks.ts';
import { defineSignal } from './define-signal.ts';
import { byTime, evidenceOf, groupBy } from './evidence-of.ts';
import { fieldKey, isAnswer } from './field-key.ts';
import { createFormPlaces } from './form-places.ts';
import { findReturns, type Return } from './return-moments.ts';
import { counted, unseenForms } from './seen.ts';

/** The going back may be told this long after the form stands there, ms. */
const toldWithin = 1000;

/**
 * Fields that the walker or the portal had filled in and that stood there empty after a step back or a reload, or when
 * the form was loaded anew after the login had lapsed or a page without a form: same form, same label. What was taken
 * over meanwhile is not lost, nor what the walker emptied. What was filled in once is lost once, however often the form
 * comes back.
 *
 * Null on walks without texts and in reports from before fields were watched. Threshold 0: what was filled in once
 * should not have to be again (WCAG 2.2, success criterion 3.3.7, redundant entry).
 */
export const draftLost = defineSignal({
  code: 'draft_lost',
  unit: 'count',
  threshold: 0,
  source: 'WCAG 2.2, success criterion 3.3.7, redundant entry: none',
  measure: (report) => counted(report, lostFields(report), unseenForms(report)),
});

function lostFields(report: SessionReport): SignalEvidence[] {
  const placeOf = createFormPlaces(report);
  const returns = findReturns(report);
  const filled = byTime(
    report.actions.filter(({ kind }) => kind === 'type' || kind === 'select' || kind === 'upload'),
  );
  const filledAs = groupBy(filled, (action) => `${placeOf(action)} ${fieldKey(action.label)}`);
  const asked = byTime(report.fields.filter(isAnswer));
  const metAs = groupBy(asked, (field) => `${placeOf(field, true)} ${fieldKey(field.label)}`);
  const comebacks = findComebacks(report);
  const wasHandedOver = createHandOver(report.actions);
  const lost = new Set<string>();
  return asked.flatMap((field) => {
    const key = fieldKey(field.label);
    if (field.prefilled || field.readonly || key === '') return [];
    const own = `${placeOf(field, true)} ${key}`;
    const typed = findLastAt(filledAs.get(own) ?? [], field.at, (each) => each.at);
    // What the walker did to it last tells more than what the portal had put there before.
    const lostAt = (back: Return | undefined) => {
      if (!back || back.tab !== field.tab || typed?.value?.length === 0) return undefined;
      const filling = typed ?? prefilledAt(metAs.get(own) ?? [], Math.min(back.at, field.at - toldWithin));
      return filling && filling.at <= back.at && !lost.has(filling.id) ? filling : undefined;
    };
    const stepBack = findLastAt(returns, field.at + toldWithin, (each) => each.at);
    const comeback = findLastAt(comebacks, field.at + toldWithin, (each) => each.at);
    const byStep = lostAt(stepBack);
    const byComing = byStep ? undefined : lostAt(comeback);
    const filling =
      byStep ?? (byComing && comeback && !wasHandedOver(byComing.at, comeback) ? byComing : undefined);
    if (!filling) return [];
    lost.add(filling.id);
    const { refs } = (byStep ? stepBack : comeback) as Return;
    return [evidenceOf(field, { text: field.label, refs: [filling.id, ...refs] })];
  });
}

/** The field as the portal had filled it in when it was last met before `at`, if all of its name were, on one look. */
function prefilledAt(met: readonly Field[], at: number): Field | undefined {
  const last = findLastAt(met, at, (each) => each.at);
  if (!last) return undefined;
  for (let n = countUntil(met, at, (each) => each.at) - 1; n >= 0; n -= 1) {
    const each = met[n];
    if (!each || last.at - each.at > toldWithin) break;
    if (!each.prefilled || each.readonly) return undefined;
  }
  return last;
}
