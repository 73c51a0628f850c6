import type { SessionReport } from '../../model/report.ts';
import type { SignalEvidence } from '../../model/signal.ts';
import { findLastAt } from '../find-last-at.ts';
import { defineSignal } from './define-signal.ts';
import { byTime, evidenceOf, groupBy } from './evidence-of.ts';
import { fieldKey, isAnswer } from './field-key.ts';
import { createFormPlaces } from './form-places.ts';
import { findReturns } from './return-moments.ts';
import { counted, unseenForms } from './seen.ts';

/** The going back may be told this long after the form stands there, ms. */
const toldWithin = 1000;

/**
 * Fields that the walker had filled in and that stood there empty after a step back or a reload: same form, same label.
 * What was filled in once is lost once, however often the form comes back.
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
  const lost = new Set<string>();
  return byTime(report.fields).flatMap((field) => {
    const key = fieldKey(field.label);
    if (!isAnswer(field) || field.prefilled || field.readonly || key === '') return [];
    const filling = findLastAt(
      filledAs.get(`${placeOf(field, true)} ${key}`) ?? [],
      field.at,
      (each) => each.at,
    );
    const back = findLastAt(returns, field.at + toldWithin, (each) => each.at);
    if (!filling || !back || back.tab !== field.tab || back.at < filling.at) return [];
    if (lost.has(filling.id)) return [];
    lost.add(filling.id);
    return [evidenceOf(field, { text: field.label, refs: [filling.id, ...back.refs] })];
  });
}
