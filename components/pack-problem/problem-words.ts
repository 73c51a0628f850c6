import type { PackFault } from '../../lib/model/check-programme.ts';
import type { PackProblem } from '../../lib/model/pack-problem.ts';
import type { Text } from '../text.tsx';

/** Fields that have a name for people, `pack.field.*`; others are shown as they stand in the file. */
export const namedFields = new Set(
  (
    'id version title shortTitle issuer documentNumber region modes mode label note defaultPrivacy perspectives ' +
    'perspective channels kind platforms stageViews stages stageLists phases phase asks activities themes specialGroups ' +
    'checklists dimensions items text wording name question polarity observability signals reverse derived listNames ' +
    'problems needs measures measuresAlso optimisations closedLoop pageChecks loopSteps disposals classRule deliverables contents due days month day ' +
    'dueWording to forms form annexes officers categories recruitment quotas rules suggestedItems code oneThing crossRegion ' +
    'startUrl siteProfiles signature masking hosts identityHosts stageRules pattern stage wizardSteps selector ' +
    'safeParams pathPattern params plainPaths guideFields submitSelectors practice redaction caseNumbers officePhones ' +
    'loneNames terms labels metricsModes pictures retentionDays hostsNeverRecorded assets style image font locked ' +
    'signer signedAt publicKey value algorithm'
  ).split(' '),
);

/** A field's path in words: 检查表 3 › 维度 1 › 条目 4 › 文字. */
export function fieldWords(text: Text, path: readonly (string | number)[]): string {
  const parts: string[] = [];
  for (const part of path) {
    if (typeof part === 'number') parts.push(`${parts.pop() ?? ''} ${part + 1}`.trim());
    else parts.push(namedFields.has(part) ? text(`pack.field.${part}`) : part);
  }
  return parts.join(' › ');
}

/** Why a field does not fit, as a sentence. */
export function reasonWords(text: Text, fault: PackFault): string {
  return text(`pack.reason.${fault.code}`, ...fault.values);
}

/** The whole sentence for one fault of a file: line, field and reason. */
export function problemWords(text: Text, problem: PackProblem): string {
  const reason = reasonWords(text, problem);
  return problem.path.length === 0
    ? text('pack.atLine', problem.line, problem.column, reason)
    : text('pack.atField', problem.line, fieldWords(text, problem.path), reason);
}
