import type { Action } from '../model/action.ts';
import { labelOf, roleOf, shorten } from './describe-element.ts';
import { findSelectors } from './find-selectors.ts';
import { type FrameContext, freshId, type PageAction } from './watcher.ts';

/** An action on an element, described and redacted; `extra` adds its value measures or pointer. */
export function actionOf(
  kind: Action['kind'],
  element: Element,
  context: FrameContext,
  extra: Partial<PageAction> = {},
): PageAction {
  const full = context.privacy === 'full';
  const label = full ? shorten(context.redactText(labelOf(element))) : '';
  const box = element.getBoundingClientRect();
  return {
    id: freshId(),
    at: Date.now(),
    kind,
    label,
    role: roleOf(element),
    selectors: findSelectors(element, label),
    rect: { x: box.x, y: box.y, width: box.width, height: box.height },
    url: context.redactUrl(location.href),
    ...extra,
  };
}
