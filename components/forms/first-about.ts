import type { FormAbout } from '../../lib/model/official-form.ts';
import type { FormHead } from '../../lib/model/settings.ts';
import type { Walker } from '../../lib/model/walker.ts';
import { today } from './head-fields.tsx';

/** What the head is filled with at first: as it was last used, else the walker of this browser; the day and the half-year are today's. */
export function firstAbout(head: FormHead | undefined, walker: Walker | undefined): FormAbout {
  const date = today();
  const half = Number(date.slice(5, 7)) <= 6 ? '上半年' : '下半年';
  return {
    unit: head?.unit || walker?.unit || '',
    reporter: head?.reporter || walker?.name || '',
    contact: head?.contact || walker?.contact || '',
    date,
    // Heads kept by earlier versions hold the half-year in which they were kept.
    phase: head?.phase && !isHalfYear(head.phase) ? head.phase : `${date.slice(0, 4)}年${half}`,
    rowPer: 'item',
  };
}

/** What of the head is kept for the next time: no half-year, which is over by then. */
export function keptHead({ unit, reporter, contact, phase }: FormAbout): FormHead {
  return { unit, reporter, contact, phase: isHalfYear(phase) ? '' : phase };
}

const isHalfYear = (phase: string) => /^\d{4}年[上下]半年$/.test(phase.replace(/\s/g, ''));
