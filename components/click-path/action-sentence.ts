import type { Action } from '../../lib/model/action.ts';
import { formatBytes } from '../format/format-bytes.ts';
import type { Text } from '../text.tsx';

/** A run of actions as a sentence: “在‘联系电话’中输入（11 字）”. Values are told by their measure alone. */
export function actionSentence(run: readonly Action[], text: Text): string {
  const last = run.at(-1);
  if (!last) return '';
  const thing = last.label ? text('clickPath.quoted', last.label) : text('clickPath.unnamed');
  if (last.kind === 'click' && run.length > 1) return text('clickPath.do.repeated', thing, run.length);
  if (last.kind === 'submit' && run.length > 1) return text('clickPath.do.clickToSubmit', thing);
  return sentenceOf(last, thing, text);
}

function sentenceOf({ kind, value, label }: Action, thing: string, text: Text): string {
  switch (kind) {
    case 'type':
      return value?.length === undefined
        ? text('clickPath.do.type', thing)
        : text('clickPath.do.typeLength', thing, value.length);
    case 'check':
      return text(value?.checked === false ? 'clickPath.do.uncheck' : 'clickPath.do.check', thing);
    case 'upload':
      return uploadSentence(value?.files ?? [], thing, text);
    case 'key':
      return label
        ? text('clickPath.do.keyIn', thing, value?.key ?? '')
        : text('clickPath.do.key', value?.key ?? '');
    case 'submit':
      return text(label ? 'clickPath.do.submit' : 'clickPath.do.submitForm', thing);
    default:
      return text(`clickPath.do.${kind}`, thing);
  }
}

type Files = NonNullable<NonNullable<Action['value']>['files']>;

function uploadSentence(files: Files, thing: string, text: Text): string {
  if (files.length === 0) return text('clickPath.do.upload', thing);
  const kinds = [...new Set(files.map((file) => file.extension))].filter(Boolean).join(', ') || '?';
  const size = formatBytes(files.reduce((sum, file) => sum + file.bytes, 0));
  return files.length === 1
    ? text('clickPath.do.uploadOne', thing, kinds, size)
    : text('clickPath.do.uploadMany', thing, files.length, kinds, size);
}
