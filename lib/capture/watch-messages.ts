import type { EarlyRefusal } from './early-events.ts';
import { fieldOfMessage, nameOfField, withField } from './field-of-message.ts';
import { isShown } from './is-shown.ts';
import { messageText, tellsTrouble } from './read-message.ts';
import { redactShort } from './redact-short.ts';
import { sweepPage } from './sweep-page.ts';
import { freshId, type Watcher } from './watcher.ts';
import { freshSince, whenSettled } from './when-settled.ts';

/** In a document younger than this, ms, what is there already came with it: the server's answer to the step before. */
const cameWithItMs = 5000;

const isAround = (outer: Element, inner: Element) => outer !== inner && outer.contains(inner);
const holds = (outer: Element, inner: Set<Element>) => [...inner].some((each) => isAround(outer, each));

/**
 * Error toasts and validation messages, each told once when it appears, comes back, or changes its words. `early`: fields
 * that the page refused before the recorder had its orders.
 */
export const watchMessages =
  (early: EarlyRefusal[]): Watcher =>
  (report, context, signal) => {
    const told = new Map<Element, string>();
    const tell = (element: Element, kind: 'toast' | 'validation', at: number) => {
      const text = messageText(element);
      if (!text || told.get(element) === text) return;
      told.set(element, text);
      const said = kind === 'validation' ? withField(fieldOfMessage(element), text) : text;
      report.incident({
        id: freshId(),
        at,
        kind,
        message: context.privacy === 'full' ? redactShort(context, said, 300) : '',
        url: context.redactUrl(location.href),
      });
    };
    let first = true;
    whenSettled((since) => {
      const { error, message, validation } = sweepPage();
      if (error.length + message.length + validation.length + told.size === 0) {
        first = false;
        return;
      }
      const fields = new Set(validation.filter(isShown));
      // What is around a field's message, or around another toast, tells nothing of its own.
      const isFree = (each: Element) => !fields.has(each) && !holds(each, fields) && isShown(each);
      const toasts = [
        ...error.filter(isFree),
        ...message.filter((each) => isFree(each) && tellsTrouble(each)),
      ];
      const shown = new Set([
        ...fields,
        ...toasts.filter((each) => !toasts.some((other) => isAround(other, each))),
      ]);
      for (const element of told.keys()) if (!shown.has(element)) told.delete(element);
      for (const element of shown) {
        // What an older document shows when the recorder comes was told, or came about, before.
        if (first && performance.now() > cameWithItMs) told.set(element, messageText(element));
        else tell(element, fields.has(element) ? 'validation' : 'toast', freshSince(since));
      }
      first = false;
    }, signal);

    let lastGroup = '';
    let lastAt = 0;
    const refused = ({ field, at, message }: EarlyRefusal) => {
      // Every radio of a group is invalid at once: the walker sees one message.
      const group = field.type === 'radio' ? field.name : '';
      const again = group !== '' && group === lastGroup && at - lastAt < 100;
      [lastGroup, lastAt] = [group, at];
      if (again) return;
      report.incident({
        id: freshId(),
        at,
        kind: 'validation',
        message: context.privacy === 'full' ? context.redactText(withField(nameOfField(field), message)) : '',
        url: context.redactUrl(location.href),
        detail: 'native',
      });
    };
    for (const each of early) refused(each);
    addEventListener(
      'invalid',
      ({ target }) => {
        const field = target as HTMLInputElement;
        refused({ field, at: Date.now(), message: field.validationMessage ?? '' });
      },
      { capture: true, passive: true, signal },
    );
  };
