import { declaredValue, type GuidePage } from '../../model/guide-page.ts';
import type { SessionReport } from '../../model/report.ts';
import { addressOf } from '../../model/site-profile.ts';
import { byTime } from '../signals/evidence-of.ts';

/** A guide and the part of the walk that it is held against: from its page to that of another item. */
export type GuideSpan = { page: GuidePage; pages: GuidePage[]; from: number; to: number };

/** The item a guide is about: its code, else its name, else its address. */
export const itemOf = (page: GuidePage): string =>
  declaredValue(page, 'item-code') ||
  declaredValue(page, 'handling-code') ||
  declaredValue(page, 'item-name') ||
  addressOf(page.url);

/**
 * The guides met, one for each item in the order of the walk; `page` is the fullest reading. What an item's walk met
 * before its guide was opened is held against it too, when it is the only one.
 */
export function guideSpans(report: SessionReport): GuideSpan[] {
  const spans: GuideSpan[] = [];
  for (const page of byTime(report.guidePages)) {
    const last = spans.at(-1);
    if (last && itemOf(last.page) === itemOf(page)) {
      last.pages.push(page);
      if (page.fields.length > last.page.fields.length) last.page = page;
    } else {
      if (last) last.to = page.at;
      spans.push({ page, pages: [page], from: page.at, to: Number.POSITIVE_INFINITY });
    }
  }
  const [only] = spans;
  if (only && spans.length === 1) only.from = report.session.startedAt;
  return spans;
}

/** True for rows within a span. */
export const within =
  (span: GuideSpan) =>
  (row: { at: number }): boolean =>
    row.at >= span.from && row.at < span.to;
