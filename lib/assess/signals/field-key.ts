import type { Field } from '../../model/field.ts';
import { plainLabel } from './form-places.ts';

const finding: ReadonlySet<Field['kind']> = new Set(['search', 'captcha', 'one-time-code', 'password']);

/** True for fields that ask for a datum of the application, rather than for a proof or for words to search by. */
export function isAnswer(field: Pick<Field, 'kind'>): boolean {
  return !finding.has(field.kind);
}

/** What a material or a field is called, spelled alike on the form, the button and the action; empty when by nothing. */
export function fieldKey(label: string): string {
  return plainLabel(label)
    .replace(/^(请|点击)?(选择并)?(上传|提交|选择)(文件|附件)?/, '')
    .replace(/(扫描件|复印件|原件|电子版)$/, '')
    .replace(/^(文件|附件|浏览|添加附件|file|choosefile|browse…?)$/, '');
}
