import type { PainPoint } from '../../model/pain-point.ts';
import type { Rectification } from '../../model/rectification.ts';
import { writtenDay } from './days.ts';

/** 是否已整改完毕, or the day by which it will be; empty where nothing was said, to be written by hand. */
export function stateText(one: Rectification | undefined): string {
  if (!one) return '';
  if (one.done) return '已整改完毕';
  if (one.deadline) return `拟于${writtenDay(one.deadline)}前完成`;
  return one.disposal === 'undecided' ? '待定' : '';
}

/** True when the day set for it has passed; `today` as "2026-05-12". */
export function isOverdue(one: Rectification | undefined, today: string): boolean {
  return Boolean(one && !one.done && one.deadline && today.length === 10 && one.deadline < today);
}

/** 整改措施: what was decided, with who answers for it; before that, what the walker suggested, named as such. */
export function measureText({ rectification, measure }: PainPoint): string {
  const decided = rectification?.measure.trim();
  const words = decided || (measure.trim() && `（走流程人员建议）${measure.trim()}`);
  const owners = ownersText(rectification);
  if (words) return owners ? `${words}（${owners}）` : words;
  return owners || (rectification?.disposal === 'undecided' ? '待定' : '');
}

function ownersText(one: Rectification | undefined): string {
  if (!one) return '';
  const units = one.coUnits.filter(Boolean).join('、');
  return [
    one.ownerUnit && `责任单位：${one.ownerUnit}`,
    one.owner && `责任人：${one.owner}`,
    units && `配合单位：${units}`,
  ]
    .filter(Boolean)
    .join('；');
}
