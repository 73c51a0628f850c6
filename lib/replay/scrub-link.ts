import type { AssetNames } from './frozen-assets.ts';
import { neutralCssPiece } from './neutral-css.ts';
import type { ReplayNode } from './replay-event.ts';

type Raw = Record<string, unknown>;

/** A link to a style sheet as its attributes stand: a replay shows a style element with the sheet's text instead. */
export type SheetLink = {
  rel: string;
  href: string;
  disabled: boolean;
  /** An alternate sheet that was switched on. */
  on?: boolean;
  own?: string;
};

/** Attributes that say what the element is; the style element in its place has none of them. */
export const ofLink = /^(?:rel|href|as|disabled|crossorigin|_csstext|blocking|fetchpriority)$/i;

/** Between the recorded ids, which are whole: the text that stands in the element `id`, told by no event. */
export const sheetTextId = (id: number): number => id + 0.5;

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** What a link element says, if it is or may become a style sheet that was frozen. */
export function findSheetLink(given: Raw): SheetLink | undefined {
  const href = text(given.href);
  if (!href.startsWith('zyb-asset:')) return undefined;
  const disabled = 'disabled' in given && given.disabled !== false;
  return { rel: text(given.rel), href, disabled, on: given.disabled === false };
}

/** Takes changed attributes over; true when the sheet to be shown may be another one now. */
export function changeSheetLink(link: SheetLink, changes: Raw): boolean {
  const before = JSON.stringify(link);
  for (const name of ['rel', 'href'] as const) if (name in changes) link[name] = text(changes[name]);
  if ('disabled' in changes) {
    link.disabled = changes.disabled !== null && changes.disabled !== false;
    link.on = changes.disabled === false;
  }
  const { _cssText: own } = changes;
  if (typeof own === 'string') link.own = own;
  return JSON.stringify(link) !== before;
}

/** The text to be shown now; empty while the link is no style sheet or is switched off. */
export function sheetOf({ rel, href, disabled, on, own }: SheetLink, assets: AssetNames): string {
  if (disabled || !/\bstylesheet\b/i.test(rel) || (!on && /\balternate\b/i.test(rel))) return '';
  if (own !== undefined) return assets.sheet(own) ?? neutralCssPiece(own, assets.find);
  return assets.sheet(href) ?? '';
}

export const sheetText = (id: number, css: string): ReplayNode => ({
  type: 3,
  id: sheetTextId(id),
  textContent: css,
  isStyle: true,
});
