import type { Field } from '../../model/field.ts';
import type { SessionReport } from '../../model/report.ts';
import { byTime } from './evidence-of.ts';
import { isAnswer } from './field-key.ts';
import { createFormPlaces, plainLabel } from './form-places.ts';

/** Fields that come up within this of one another came up together, ms. */
const togetherWithin = 1000;

export type AskedField = { field: Field; place: string };

/**
 * The different things the walk asked for. A form that comes back asks for nothing new; of fields alike by label and
 * kind, a form asks for as many as stood there at once.
 */
export function askedFields(report: SessionReport): AskedField[] {
  const placeOf = createFormPlaces(report);
  const alike = new Map<string, { asked: number; now: number; lastAt: number }>();
  const asked: AskedField[] = [];
  for (const field of byTime(report.fields)) {
    if (!isAnswer(field)) continue;
    const place = placeOf(field, true);
    const key = `${place} ${field.kind} ${plainLabel(field.label)}`;
    const known = alike.get(key) ?? { asked: 0, now: 0, lastAt: field.at };
    known.now = field.at - known.lastAt > togetherWithin ? 1 : known.now + 1;
    known.lastAt = field.at;
    if (known.now > known.asked) {
      known.asked = known.now;
      asked.push({ field, place });
    }
    alike.set(key, known);
  }
  return asked;
}
