import { type AssetNames, noAssets } from './frozen-assets.ts';
import { neutralCss, staysInside } from './neutral-css.ts';
import { markOf } from './shown-states.ts';

const missingOf = (width: number, height: number) =>
  `data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 40 30" preserveAspectRatio="none"%3E` +
  '%3Cpath fill="%23eee" stroke="%23bbb" d="M.5.5h39v29h-39z"/%3E%3C/svg%3E';

/** What stands in for a picture that was not kept: a grey box with a crossed outline. */
export const missingPicture = missingOf(40, 30);

/** It has the picture's own size where that was told: pages go by its proportions. */
export function sizeMissing(given: Record<string, unknown>, attributes: Record<string, unknown>): void {
  delete attributes.rr_size;
  const [, width, height] = /^(\d{1,5})x(\d{1,5})$/.exec(String(given.rr_size)) ?? [];
  if (width && height && attributes.src === missingPicture)
    attributes.src = missingOf(Number(width), Number(height));
}

const dropped = new Set([
  'srcset',
  'imagesrcset',
  'srcdoc',
  'action',
  'formaction',
  'ping',
  'data',
  'code',
  'codebase',
  'archive',
  'classid',
  'object',
  'manifest',
  'profile',
  'longdesc',
  'lowsrc',
  'dynsrc',
  'icon',
  'cite',
  'attributionsrc',
  'http-equiv',
  'nonce',
  'integrity',
  'autofocus',
  'autoplay',
  'is',
  'xml:base',
  'target',
  'download',
  'content',
]);
const spoken = /^(?:alt|title|placeholder|value|label|aria-.*|data-.*|name|id|class|for|summary|abbr)$/;
const ofFrames =
  /^(?:id|class|style|width|height|align|frameborder|scrolling|title|data-.*|rr_(?!dataurl).*)$/;
const ofMeta = /^(?:name|charset)$/;
/** What forms and documents have by its name; others' names are only asked for by sheets and slots. */
const mayHide = /^(?:button|fieldset|input|object|output|select|textarea|img|form|embed|iframe)$/;
/** What a form's field would hide of its form, in the page that shows it as in the page it came from. */
const hiding = new Set(
  (
    'nodeType nodeName nodeValue ownerDocument parentNode parentElement childNodes children firstChild lastChild ' +
    'previousSibling nextSibling firstElementChild lastElementChild previousElementSibling nextElementSibling ' +
    'textContent innerHTML isConnected tagName localName namespaceURI prefix attributes style classList shadowRoot ' +
    'scrollLeft scrollTop contains appendChild insertBefore removeChild replaceChild append remove getRootNode ' +
    'hasChildNodes cloneNode getAttribute setAttribute removeAttribute hasAttribute getAttributeNames setAttributeNS ' +
    'removeAttributeNS hasAttributes matches closest querySelector querySelectorAll addEventListener dispatchEvent'
  ).split(' '),
);
/** Marks of the recorder's that stand or do not. */
const yesOrNone = new Set(['rr_popover', 'rr_mixed', 'rr_target', 'rr_pressed', 'rr_full']);
/** Elements whose `href` names a part of the same document. */
const pictures = /^(?:img|image|input|feimage)$/;

export type AttributeValue = string | number | boolean;

/**
 * One attribute as a replay may have it, or undefined when it must go. Nothing left over runs script, opens
 * an address or fetches anything. `tag` is the element's tag, `name` the attribute's name as recorded.
 */
export function scrubAttribute(
  tag: string,
  name: string,
  value: unknown,
  assets: AssetNames = noAssets,
): AttributeValue | undefined {
  const low = name.toLowerCase();
  const local = localName(tag);
  if (!/^[a-z_][\w.:-]*$/i.test(name) || low.startsWith('on') || dropped.has(low)) return undefined;
  // Place the picture (show-picture.ts).
  if (low === 'rr_broken' || low === 'rr_density') return undefined;
  if (low.startsWith('rr_media')) return undefined;
  if (yesOrNone.has(low)) return value === 'yes' ? value : undefined;
  if (low === 'rr_valid') return /^(?:user-)?(?:yes|no)$/.test(String(value)) ? String(value) : undefined;
  if (low === 'rr_slots') return value === 'manual' ? value : undefined;
  if (low === 'rr_assigned') return /^\d+(?:,\d+)*$/.test(String(value)) ? String(value) : undefined;
  // Each goes by what was recorded of it, not by the others.
  if (low === 'popover') return 'manual';
  if ((low === 'name' || low === 'id' ? mayHide.test(local) : low === 'for') && hiding.has(String(value)))
    return `${String(value)}_`;
  if (local === 'iframe' || local === 'frame')
    return ofFrames.test(low) ? plain(low, value, assets) : undefined;
  if (local === 'meta') return ofMeta.test(low) ? plain(low, value, assets) : undefined;
  if (local === 'link' && (low === 'rel' || low === 'href' || low === 'as')) return undefined;
  if (low === 'src') return pictures.test(local) ? picture(value, assets) : undefined;
  if (low === 'rr_dataurl') return insidePicture(value) ? String(value) : undefined;
  if (low === 'poster' || low === 'background') return findPicture(value, assets);
  if (low === 'href' || low.endsWith(':href')) return scrubHref(local, value, assets);
  if (low === 'attributename' && /href|src|style|^on/i.test(String(value))) return undefined;
  return plain(low, value, assets);
}

/** Under which name an attribute goes: a Replayer sets none later that has a namespace, and none is needed. */
export function shownName(name: string): string {
  return markOf.get(name) ?? (name.toLowerCase() === 'xlink:href' ? 'href' : name);
}

const localName = (tag: string) => tag.slice(tag.lastIndexOf(':') + 1).toLowerCase();

function plain(name: string, value: unknown, assets: AssetNames): AttributeValue | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  if (/^\s*(?:javascript|vbscript)\s*:/i.test(value)) return undefined;
  const mayBeCss = name === 'style' || (value.includes('(') && !spoken.test(name));
  if (name === '_csstext') return assets.sheet(value) ?? neutralCss(value, assets.find);
  return mayBeCss ? neutralCss(value, assets.find) : value;
}

/** Links keep looking like links; inside SVG only a part of the same document may be meant. */
function scrubHref(local: string, value: unknown, assets: AssetNames): string | undefined {
  if (local === 'a' || local === 'area') return '#';
  if (typeof value === 'string' && value.startsWith('#')) return value;
  return pictures.test(local) ? picture(value, assets) : undefined;
}

const insidePicture = (value: unknown) =>
  typeof value === 'string' && /^data:image\//i.test(value) && staysInside(value);

/** A picture inside the value itself, or where the viewer holds the one it names. */
const findPicture = (value: unknown, assets: AssetNames): string | undefined =>
  insidePicture(value) ? String(value) : typeof value === 'string' ? assets.find(value) : undefined;

const picture = (value: unknown, assets: AssetNames) => findPicture(value, assets) ?? missingPicture;
