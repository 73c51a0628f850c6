import type { Field } from '../../model/field.ts';
import type { SessionReport } from '../../model/report.ts';
import { askedFields } from './asked-fields.ts';
import { defineSignal } from './define-signal.ts';
import { evidenceOf } from './evidence-of.ts';
import { incidentsOf, sightingsOf } from './incidents-of.ts';
import { isLoginPage } from './places.ts';
import { unseenForms, unseenPart } from './seen.ts';

const couldBe: ReadonlySet<Field['kind']> = new Set(['text', 'choice', 'date']);

/**
 * Which share of the fields the portal filled in by itself, of those it could have: texts, choices and dates asked after
 * a login, what it shows without a way to change it included. Before a login it knows nobody.
 *
 * Null where fields are, and when none was asked after a login. Trouble lies below the threshold of 0.25, ours: the
 * login itself knows name, certificate number and telephone, three of the eleven fields of an average form.
 */
export const prefillRatio = defineSignal({
  code: 'prefill_ratio',
  unit: 'ratio',
  threshold: 0.25,
  side: 'below',
  source: 'ours: name, certificate number and telephone of eleven fields',
  measure(report) {
    const unseen = unseenForms(report);
    if (unseen) return { value: null, unseen };
    const login = firstLogin(report);
    const fields = askedFields(report)
      .map((each) => each.field)
      .filter((field) => couldBe.has(field.kind) && login !== undefined && field.at > login);
    if (!fields.length) return { value: null, unseen: 'nothing-to-measure' };
    const empty = fields.filter((field) => !field.prefilled);
    return {
      value: (fields.length - empty.length) / fields.length,
      evidence: empty.map((field) => evidenceOf(field, { text: field.label })),
      parts: { prefilled: fields.length - empty.length, fields: fields.length },
      unseen: unseenPart(report),
    };
  },
});

function firstLogin(report: SessionReport): number | undefined {
  let first: number | undefined;
  const logins = [
    ...report.visits.filter(isLoginPage),
    ...sightingsOf(report, 'login-form'),
    ...incidentsOf(report, 'login-again'),
  ];
  for (const { at } of logins) if (first === undefined || at < first) first = at;
  return first;
}
