import { findFields } from './find-fields.ts';
import { isShown } from './is-shown.ts';
import { messageText } from './read-message.ts';
import { saysTrouble } from './signs/text-signs.ts';

/** From words beside a field up to what holds that field and no other. */
const depth = 2;
/** What says more explains. */
const mostWords = 60;
/** A list that is red all over is no form. */
const mostPlaces = 100;
const controls =
  'input:not([type=hidden]):not([type=button]):not([type=submit]):not([type=reset]),select,textarea';

/**
 * What pages made by hand write beside a field, by its class and its words. To be asked with each look: what comes with
 * a field explains it, and only words that come, or change, beside one that stood there before tell what is wrong.
 */
export function createBesideFields(): (places: readonly Element[]) => Element[] {
  const met = new WeakSet<Element>();
  const came = new WeakSet<Element>();
  let before = new Map<Element, string>();
  return (places) => {
    const now = new Map<Element, string>();
    const found: Element[] = [];
    for (let n = 0; n < places.length && n < mostPlaces; n += 1) {
      const place = places[n] as Element;
      const field = onlyFieldBeside(place);
      if (!field) continue;
      const text = isShown(place) ? messageText(place) : '';
      now.set(place, text);
      if (!text || text.length > mostWords || !saysTrouble(text)) continue;
      if (met.has(field) && before.get(place) !== text) came.add(place);
      if (came.has(place)) found.push(place);
    }
    before = now;
    for (const field of findFields()) for (const control of field.controls) met.add(control);
    return found;
  };
}

function onlyFieldBeside(place: Element): Element | undefined {
  if (place.localName === 'label' || place.querySelector(controls)) return undefined;
  let at = place.parentElement;
  for (let n = 0; at && n < depth; at = at.parentElement, n += 1) {
    const found = at.querySelectorAll(controls);
    if (found.length > 1) return undefined;
    if (found[0]) return found[0];
  }
  return undefined;
}

const invalid = '.validatebox-invalid';
/** Easyui draws its field around the one that is typed into. */
const pointedAt = `${invalid}:focus,${invalid}:hover,.textbox-invalid:hover ${invalid}`;

/**
 * Bubbles that show what is wrong with a field while the pointer is on it or one writes in it. They come and go with the
 * pointer: each is told once as long as the field stays wrong. Gives back the field, too.
 */
export function createBubbles(): (places: readonly Element[]) => { text: string; field: Element }[] {
  const told = new Map<Element, string>();
  return (places) => {
    for (const field of told.keys()) if (!field.isConnected || !field.matches(invalid)) told.delete(field);
    const bubble = places.find(isShown);
    const field = bubble && document.querySelector(pointedAt);
    const text = field ? messageText(bubble) : '';
    if (!field || !text || told.get(field) === text) return [];
    told.set(field, text);
    return [{ text, field }];
  };
}
