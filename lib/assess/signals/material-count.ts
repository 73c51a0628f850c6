import { askedFields } from './asked-fields.ts';
import { defineSignal } from './define-signal.ts';
import { evidenceOf } from './evidence-of.ts';
import { fieldKey } from './field-key.ts';
import { sightingsOf } from './incidents-of.ts';
import { counted, unseenForms } from './seen.ts';

/** Endings of files that are made to be filled in. */
const toFillIn = /^(docx?|xlsx?|wps|et)$/;

/**
 * How many different materials the walker was asked to upload, by name; those without a name each by itself. Beside
 * them `downloads`: forms the walker fetched to fill in elsewhere.
 *
 * Null where fields are. Threshold 4, ours: certificate, application form and two proofs of the matter; the checklists
 * ask for fewer (减材料) without a figure, so comparing with the guide and with another walk says more.
 */
export const materialCount = defineSignal({
  code: 'material_count',
  unit: 'count',
  threshold: 4,
  source: 'ours: certificate, application form, two proofs',
  measure(report) {
    const names = new Set<string>();
    const materials = askedFields(report).filter(({ field }) => {
      if (field.kind !== 'file') return false;
      const name = fieldKey(field.label);
      if (names.has(name)) return false;
      if (name) names.add(name);
      return true;
    });
    const forms = sightingsOf(report, 'download').filter((each) => toFillIn.test(each.detail));
    const evidence = [
      ...materials.map(({ field }) => evidenceOf(field, { text: field.label })),
      ...forms.map((each) => evidenceOf(each, { text: each.url })),
    ];
    const parts = { downloads: forms.length };
    return { ...counted(report, evidence, unseenForms(report), materials.length), parts };
  },
});
