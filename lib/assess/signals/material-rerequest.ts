import type { SessionReport } from '../../model/report.ts';
import type { SignalEvidence } from '../../model/signal.ts';
import { findLastAt } from '../find-last-at.ts';
import { askedFields } from './asked-fields.ts';
import { defineSignal } from './define-signal.ts';
import { byTime, evidenceOf } from './evidence-of.ts';
import { fieldKey } from './field-key.ts';
import { refusalsIn } from './file-refusals.ts';
import { createFormPlaces } from './form-places.ts';
import { sightingsOf } from './incidents-of.ts';
import { counted, unseenForms } from './seen.ts';

/**
 * How often a material was asked for or uploaded again: the same name on another form, the same name uploaded once more
 * where the walker came back to the form and it had not been refused, or a notice that asks for it again. Who stays there
 * and adds another file (front and back) or chooses a better one does so of their own accord. A name counts once for each further time.
 *
 * Null where fields are. Threshold 0: the checklists ask whether materials are asked for once
 * (所需材料是否精简、一次性告知).
 */
export const materialRerequest = defineSignal({
  code: 'material_rerequest',
  unit: 'count',
  threshold: 0,
  source: '辽宁、威海检查表：材料精简、一次性告知; none',
  measure: (report) => counted(report, rerequests(report), unseenForms(report)),
});

/** A notice is stamped with the first change that no look had seen, which may be before the upload it answers, ms. */
const toldBefore = 1000;

/** The walker went elsewhere, or loaded the page anew, between two uploads. */
const cameBack = ({ visits }: SessionReport, before: Asking, now: Asking) =>
  visits.some(({ at, tab, kind }) => kind !== 'tab' && tab === now.tab && at > before.at && at < now.at);

type Asking = { id: string; at: number; tab: number; label: string; place: string; uploaded: boolean };

function rerequests(report: SessionReport): SignalEvidence[] {
  const placeOf = createFormPlaces(report);
  const refusals = refusalsIn(report);
  const asked = askedFields(report).filter(({ field }) => field.kind === 'file');
  const uploads = report.actions.filter((action) => action.kind === 'upload');
  const askings = byTime<Asking>([
    ...asked.map(({ field, place }) => ({ ...field, place, uploaded: false })),
    ...uploads.map((action) => ({ ...action, place: placeOf(action), uploaded: true })),
  ]);
  const known = new Map<string, Map<string, Asking>>();
  const evidence: SignalEvidence[] = [];
  for (const asking of askings) {
    const name = fieldKey(asking.label);
    if (!name) continue;
    const places = known.get(name) ?? new Map<string, Asking>();
    known.set(name, places);
    const here = places.get(asking.place);
    const refusal = findLastAt(refusals, asking.at, (each) => each.at);
    const refused = refusal !== undefined && refusal.at > (here?.at ?? 0) - toldBefore;
    const again = here
      ? asking.uploaded && here.uploaded && !refused && cameBack(report, here, asking)
      : places.size > 0;
    if (again) {
      const before = here ?? [...places.values()][0];
      evidence.push(evidenceOf(asking, { text: asking.label, refs: before ? [before.id] : [] }));
    }
    places.set(asking.place, asking);
  }
  const told = sightingsOf(report, 'material').filter((each) => each.detail === 'again');
  return [...evidence, ...told.map((each) => evidenceOf(each, { text: each.text }))];
}
