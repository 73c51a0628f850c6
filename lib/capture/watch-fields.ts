import { shorten } from './describe-element.ts';
import { type DescribedField, describeField, holdsValue } from './describe-field.ts';
import { type FoundField, findFields } from './find-fields.ts';
import { hearEvents } from './hear-events.ts';
import { isElement } from './node-kinds.ts';
import { overPauses } from './over-pauses.ts';
import { freshId, type PageField, type Watcher } from './watcher.ts';
import { pageState, whenSettled } from './when-settled.ts';

/** So many fields are described in one look; the rest in the next ones. */
const describedAtOnce = 300;
/** From what is pressed in a widget of a kit up to the widget. */
const widgetDepth = 6;

/** From an arrow or a picture of a calendar up to what holds it and its field. */
const besideDepth = 3;
/** What holds more than this is no field. */
const mostParts = 8;

type Met = { field: FoundField; row: PageField; sameAs: string };

/** Fields on the screen and where they stand, and what the walker did something to. */
const knownOf = overPauses(() => ({
  shown: new Map<Element, Met>(),
  page: '',
  touched: new WeakSet<Element>(),
}));

/**
 * What the page asks the walker to fill in. A field is met when it comes on the screen, and met anew when it was gone
 * meanwhile; one that the page merely drew again in the same moment is the one it was. Told again, under the same id,
 * when the page filled it in before the walker did anything to it.
 */
export const watchFields: Watcher = (report, context, signal) => {
  const known = knownOf(context);
  const { touched } = known;
  /** Nobody knows who filled in what in a pause: not the portal, then. */
  let isAfterPause = known.shown.size > 0;
  /** So that typing does this once a field. */
  let touchedLast: EventTarget | null = null;
  const touch = ({ isTrusted }: Event, target: EventTarget | null) => {
    if (target === touchedLast || !isTrusted || !isElement(target)) return;
    touchedLast = target;
    // Also before the field is met: a quick hand is faster than the first look.
    let at: Element | null = target.closest('label')?.control ?? target;
    for (let n = 0; at && n < widgetDepth; at = at.parentElement, n += 1) {
      touched.add(at);
      const beside = n < besideDepth ? onlyControlIn(at) : undefined;
      if (beside) touched.add(beside);
    }
  };
  const isTouched = ({ element, controls }: FoundField) =>
    touched.has(element) || controls.some((each) => touched.has(each));
  hearEvents(['pointerdown', 'keydown', 'input', 'change', 'drop'], touch, signal);

  const look = (since: number) => {
    const fields = findFields();
    const { shown } = known;
    if (fields.length + shown.size === 0) return;
    if (isAfterPause)
      for (const { field } of shown.values()) if (holdsValue(field)) touched.add(field.element);
    isAfterPause = false;
    const turned = known.page !== '' && known.page !== pageNow();
    known.page = pageNow();
    const now = new Map<Element, Met>();
    const came: FoundField[] = [];
    for (const field of fields) {
      const met = shown.get(field.element);
      if (met) {
        met.field = field;
        now.set(field.element, met);
      } else came.push(field);
    }
    const gone =
      now.size < shown.size ? [...shown.values()].filter((met) => !now.has(met.field.element)) : [];
    // Read once a look: every field of it stands on the same page.
    const url = came.length > 0 ? context.redactUrl(location.href) : '';
    for (const field of came.slice(0, describedAtOnce)) {
      const described = describeField(field);
      const sameAs = `${described.kind} ${described.label} ${field.controls[0]?.name}`;
      // The next page of an application of one page asks anew.
      const before = turned ? -1 : gone.findIndex((met) => met.sameAs === sameAs);
      const [drawnAgain] = before < 0 ? [] : gone.splice(before, 1);
      if (drawnAgain) {
        if (isTouched(drawnAgain.field)) touched.add(field.element);
        now.set(field.element, { ...drawnAgain, field });
      } else {
        now.set(field.element, { field, sameAs, row: meet(field, described, { at: since, url }) });
      }
    }
    // Met anew it is as if nobody had ever been there.
    if (gone.length) touchedLast = null;
    for (const { field } of gone) for (const each of [field.element, ...field.controls]) touched.delete(each);
    for (const { field, row } of now.values()) {
      if (row.prefilled || isTouched(field) || !holdsValue(field)) continue;
      row.prefilled = true;
      report.field({ ...row });
    }
    known.shown = now;
    if (came.length > describedAtOnce) again();
  };
  const again = whenSettled(look, signal);
  hearEvents(
    ['click'],
    ({ isTrusted }) => {
      // A quick hand is through a step before the page is looked at in full; without changes there is nothing to see.
      if (isTrusted && pageState() === undefined) look(Date.now());
    },
    signal,
  );

  const meet = (
    field: FoundField,
    { label, ...rest }: DescribedField,
    met: { at: number; url: string },
  ): PageField => {
    const row: PageField = {
      id: freshId(),
      at: met.at,
      label: context.privacy === 'full' ? shorten(context.redactText(label)) : '',
      ...rest,
      prefilled: !isTouched(field) && holdsValue(field),
      url: met.url,
    };
    report.field({ ...row });
    return row;
  };
};

/** The one control of a small place: whatever else is pressed there is pressed for it. */
function onlyControlIn(place: Element): Element | undefined {
  if (place.childElementCount === 0 || place.childElementCount > mostParts) return undefined;
  const controls = place.querySelectorAll('input:not([type=hidden]),select,textarea');
  return controls.length === 1 ? controls[0] : undefined;
}

/** Where the page stands, by its path and its route; parameters may be a form's own. */
const pageNow = (): string => `${location.pathname} ${/^#!?\/[^?]*/.exec(location.hash)?.[0] ?? ''}`;
