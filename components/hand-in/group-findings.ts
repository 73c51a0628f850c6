import type { PersonalFinding } from '../../lib/model/personal-finding.ts';

/** Findings of one value and kind, in however many places. */
export type FindingGroup = {
  key: string;
  value: string;
  kind: string;
  own: boolean;
  findings: PersonalFinding[];
};

/** The same value is told once, with all its places; the most frequent first, the walker's own words last. */
export function groupFindings(findings: readonly PersonalFinding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    const value = finding.text.slice(finding.start, finding.end);
    const own = finding.own !== undefined;
    const key = `${own ? finding.field : ''} ${finding.kind} ${value}`;
    const group = groups.get(key) ?? { key, value, kind: finding.kind, own, findings: [] };
    group.findings.push(finding);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) => Number(a.own) - Number(b.own) || b.findings.length - a.findings.length,
  );
}

/** The list that a place is in: the first word of `actions.a17.label`. */
export const listOf = (field: string): string => field.split('.')[0] ?? '';
