import { hasJustCome } from './came-with-it.ts';
import type { EarlyRefusal } from './early-events.ts';
import { fieldOfMessage, nameOfField, withField } from './field-of-message.ts';
import { isShown } from './is-shown.ts';
import { createBesideFields, createBubbles } from './messages-at-fields.ts';
import { messageText, tellsTrouble } from './read-message.ts';
import { redactShort } from './redact-short.ts';
import { sweepPage } from './sweep-page.ts';
import { freshId, type Watcher } from './watcher.ts';
import { freshSince, whenSettled } from './when-settled.ts';

const isAround = (outer: Element, inner: Element) => outer !== inner && outer.contains(inner);
const holds = (outer: Element, inner: Set<Element>) => [...inner].some((each) => isAround(outer, each));

/** An alert right beside the one field of its place speaks of it. */
const isAtOnlyField = (alert: Element) =>
  alert.getAttribute('role') === 'alert' &&
  alert.parentElement !== document.body &&
  alert.parentElement?.querySelectorAll('input:not([type=hidden]),select,textarea').length === 1;

/**
 * Error toasts and validation messages, each told once when it appears, comes back, or changes its words. `early`: fields
 * that the page refused before the recorder had its orders.
 */
export const watchMessages =
  (early: EarlyRefusal[]): Watcher =>
  (report, context, signal) => {
    const told = new Map<Element, string>();
    const tell = (kind: 'toast' | 'validation', said: string, at: number) =>
      report.incident({
        id: freshId(),
        at,
        kind,
        message: context.privacy === 'full' ? redactShort(context, said, 300) : '',
        url: context.redactUrl(location.href),
      });
    const tellNew = (element: Element, isAtField: boolean, at: number) => {
      const text = messageText(element);
      if (!text || told.get(element) === text) return;
      told.set(element, text);
      const kind = isAtField || isAtOnlyField(element) ? 'validation' : 'toast';
      tell(kind, kind === 'validation' ? withField(fieldOfMessage(element), text) : text, at);
    };
    const besideFields = createBesideFields();
    const bubbles = createBubbles();
    let first = true;
    whenSettled((since) => {
      const { error, message, validation, bubble, atField } = sweepPage();
      const beside = besideFields(atField);
      for (const { text, field } of bubble.length > 0 ? bubbles(bubble) : [])
        tell('validation', withField(nameOfField(field), text), freshSince(since));
      if (error.length + message.length + validation.length + beside.length + told.size === 0) {
        first = false;
        return;
      }
      const places = new Set([...validation.filter(isShown), ...beside]);
      // Kits put one into another.
      const fields = new Set([...places].filter((each) => !holds(each, places)));
      // What is around a field's message, or around another toast, tells nothing of its own.
      const isFree = (each: Element) => !places.has(each) && !holds(each, fields) && isShown(each);
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
        if (first && !hasJustCome()) told.set(element, messageText(element));
        else tellNew(element, fields.has(element), freshSince(since));
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
