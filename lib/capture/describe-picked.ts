import type { PickedElement } from '../model/picked-element.ts';
import { labelOf, roleOf, shorten } from './describe-element.ts';
import { findSelectors } from './find-selectors.ts';
import { findFramePath } from './frame-path.ts';
import { redactWordsOf } from './redact-words-of.ts';
import { viewOf } from './view-of.ts';
import type { FrameContext } from './watcher.ts';

/** An element the walker pointed at, described and redacted as an action's element is. */
export function describePicked(element: Element, context: FrameContext): PickedElement {
  const { privacy } = context;
  const name = privacy === 'full' ? labelOf(element) : '';
  const redactWords = privacy === 'full' ? redactWordsOf(element, context.redactText) : context.redactText;
  const label = privacy === 'full' ? redactWords(name) : '';
  const redactText = (text: string) => (text === name ? label : redactWords(text));
  const box = element.getBoundingClientRect();
  return {
    label: shorten(label),
    role: roleOf(element).slice(0, 60),
    selectors: findSelectors(element, { privacy, redactText }),
    framePath: findFramePath(),
    rect: { x: box.x, y: box.y, width: box.width, height: box.height },
    url: context.redactUrl(location.href),
    ...viewOf(element),
  };
}
