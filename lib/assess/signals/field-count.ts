import { askedFields } from './asked-fields.ts';
import { defineSignal } from './define-signal.ts';
import { evidenceOf } from './evidence-of.ts';
import { counted, unseenForms } from './seen.ts';

/**
 * How many things the walker was asked to fill in, choose, tick or upload, `required` and `optional`. A form that comes
 * back counts once; what is shown only, search boxes, passwords, captchas and codes do not count.
 *
 * Null on walks that keep figures only, where no recorder ran, and in reports from before fields were watched. Threshold
 * 11: the average checkout has 11.3 form fields, which the Baymard Institute (2024) finds far more than needed; there is
 * no such figure for government forms.
 */
export const fieldCount = defineSignal({
  code: 'field_count',
  unit: 'count',
  threshold: 11,
  source: 'Baymard Institute 2024: 11.3 fields in the average checkout',
  measure(report) {
    const fields = askedFields(report)
      .map((each) => each.field)
      .filter((field) => !field.readonly);
    const evidence = fields.map((field) => evidenceOf(field, { text: field.label }));
    const required = fields.filter((field) => field.required).length;
    return {
      ...counted(report, evidence, unseenForms(report)),
      parts: { required, optional: fields.length - required },
    };
  },
});
