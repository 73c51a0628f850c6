import type { GuideFinding } from '../../model/guide-finding.ts';
import type { GuideField, GuidePage } from '../../model/guide-page.ts';
import type { SessionReport } from '../../model/report.ts';
import type { GuideSpan } from './guide-spans.ts';

/** A rule: what it finds about a guide and the part of the walk held against it. Pure. */
export type GuideRuleFunction = (span: GuideSpan, report: SessionReport) => GuideFinding[];

type Row = { id: string; at: number; tab: number };

/** A finding about a field of a guide; with `row`, the thing on the walk that shows it, it stands at that moment. */
export function findingAbout(
  page: GuidePage,
  about: Pick<GuideFinding, 'rule' | 'kind'> & {
    field: GuideField;
    observed?: string;
    sure?: boolean;
    row?: Row;
  },
): GuideFinding {
  const { rule, kind, field, observed = '', sure = true, row = page } = about;
  return {
    rule,
    kind,
    key: field.key,
    label: field.label,
    declared: field.value.slice(0, 200),
    observed: observed.slice(0, 200),
    sure,
    at: row.at,
    tab: row.tab,
    refs: [...new Set([page.id, row.id])],
  };
}

/** The field declared under a key, as the page has it; with an empty label where it has none. */
export const fieldOf = (page: GuidePage, key: GuideField['key']): GuideField =>
  page.fields.find((field) => field.key === key && field.value !== '') ??
  page.fields.find((field) => field.key === key) ?? { key, label: '', value: '' };
