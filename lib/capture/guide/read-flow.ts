import type { FoundLabel } from './find-labels.ts';
import { findValue, oneLine } from './find-value.ts';

const mostStages = 60;
const entries = 'li,.el-step__title,.ant-steps-item-title,.ivu-steps-title,.step-title';

/** The stages of 办理流程, from a list after its label or from words joined by arrows. */
export function readFlow(found: readonly FoundLabel[]): string[] {
  for (const { element, inline } of found.filter(({ key }) => key === 'flow')) {
    const value = inline ? undefined : findValue(element);
    const listed = value
      ? [...value.querySelectorAll(entries)].map(oneLine).filter((words) => words !== '')
      : [];
    const stages = listed.length ? listed : splitArrows(inline ?? (value ? oneLine(value) : ''));
    if (stages.length) return stages.slice(0, mostStages);
  }
  return [];
}

function splitArrows(words: string): string[] {
  const parts = words.split(/\s*(?:→|->|＞|=>|⇒|➔|—>|>)\s*/).filter((part) => part !== '');
  return parts.length > 1 ? parts : [];
}
