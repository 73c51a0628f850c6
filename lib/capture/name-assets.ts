import type { AssetSeen } from '../model/asset.ts';
import { mayHoldAddresses, rewriteCss } from '../redact/css/rewrite-css.ts';
import { createAssetNumbers, type PictureManner, shortest } from './asset-numbers.ts';
import {
  type Attributes,
  backgrounds,
  isSheetLink,
  pictureOf,
  type RawNode,
  string,
} from './asset-places.ts';
import { soundsPersonal } from './personal-pictures.ts';

type Rules = { rule?: unknown }[] | undefined;
type Raw = Record<string, unknown>;
type RawEvent = { type: number; data: unknown };

const [fullSnapshot, incremental, element, text] = [2, 3, 2, 3];
const source = { mutation: 0, sheetRule: 8, declaration: 13, adoptedSheet: 15 };

/** An element's children's children may still be named by what it is called: `.captcha > a > img`. */
const levelsNamed = 2;

/**
 * Names the assets of a document: in each raw rrweb event, addresses of style sheets and pictures and the texts of
 * style elements become `zyb-asset:<n>`; each is told to `seen` once, before the event that names it goes on. One
 * walk over the event, which is changed in place; nothing but addresses and style texts is.
 */
export function createAssetNamer(deps: {
  base: () => string;
  /** The document's encoding. */
  charset?: () => string;
  seen: (asset: AssetSeen) => void;
  /**
   * A picture's own size, CSS pixels, as far as it is known without asking the page to lay itself out; that of one that has
   * not come yet is told when it has.
   */
  sizeOf?: (id: number) => { width: number; height: number } | undefined;
  /** Which of several files a picture shows; undefined where it has one alone. */
  chosenFor?: (id: number) => string | undefined;
}) {
  const numbers = createAssetNumbers(deps);
  /** Tags that later changes of attributes are judged by, style elements' texts, and elements with a telling name. */
  const tags = new Map<number, string>();
  const styleTexts = new Set<number>();
  const personal = new Set<number>();
  /** Pictures that are never kept, and whether the page gave them neither width nor height. */
  const rooms = new Map<number, Room>();
  const judged = new Map<string, boolean>();
  let late = false;

  const judge = (words: string): boolean => {
    if (!words) return false;
    let known = judged.get(words);
    if (known === undefined) {
      known = soundsPersonal(words);
      if (judged.size > 5000) judged.clear();
      judged.set(words, known);
    }
    return known;
  };

  const inCss = (css: string, manner: PictureManner): string =>
    css.indexOf('(') < 0 || !mayHoldAddresses(css)
      ? css
      : rewriteCss(css, {
          address: ({ url, prelude, face }) => {
            if (prelude) return undefined;
            return face >= 0 ? numbers.font(url) : numbers.picture(url, manner);
          },
        });
  /** A style element's text, or one of several: a replay sets each apart from the others. */
  const inSheet = (css: string): string => {
    if (css.length > shortest || /@import|\\/i.test(css)) {
      const name = numbers.text(css);
      if (name !== undefined) return name;
    }
    return inCss(css, { late: false, personal: false });
  };

  function nameAttributes(
    id: number,
    tag: string,
    attributes: Attributes,
    isPersonal: boolean,
    isChange = false,
  ): void {
    const { style } = attributes;
    if (typeof style === 'string' && style.indexOf('(') >= 0)
      attributes.style = inCss(style, { late, personal: isPersonal });
    else if (typeof style === 'object' && style !== null) nameStyle(style as Raw, isPersonal);
    const { _cssText: ruled } = attributes;
    if (typeof ruled === 'string') attributes['_cssText'] = inSheet(ruled);
    if (tag === 'link' && isSheetLink(attributes)) nameLink(attributes);
    const places = pictureOf[tag];
    if (!places) return;
    delete attributes.srcset;
    for (const place of places) {
      const address = attributes[place];
      if (typeof address !== 'string') continue;
      const manner = { late, personal: isPersonal || saysPersonal(attributes) };
      // What stood around it, or what its other attributes said, is not told again when its address changes.
      if (manner.personal && places !== backgrounds) personal.add(id);
      const name = numbers.picture(address, manner);
      if (name === undefined) continue;
      attributes[place] = name;
      // A part of a drawing in a file of its own.
      const part = tag === 'use' ? /#([\w-]{1,100})$/.exec(address)?.[1] : undefined;
      if (part) attributes.rr_part = part;
      if (tag === 'img') keepRoom(id, attributes, isChange, name);
    }
  }

  /** What is never kept leaves room of its own size, or all around it would move. */
  function keepRoom(id: number, attributes: Attributes, isChange: boolean, name: string): void {
    const isOurs = !isSized(attributes) && (!isChange || rooms.get(id)?.isOurs === true);
    if (numbers.isRefused(name)) {
      const room = { name, isOurs };
      rooms.set(id, room);
      const { width, height } = deps.sizeOf?.(id) ?? {};
      if (width && height) fill(room, attributes, String(width), String(height));
    } else if (rooms.delete(id) && isOurs) Object.assign(attributes, { width: null, height: null });
  }

  /** The size of a picture that had not come; it stands as refused as it was, and is not judged anew. */
  function sizeLate(id: number, attributes: Attributes): void {
    if ('src' in attributes) return;
    const room = rooms.get(id);
    if (room && isSized(attributes)) room.isOurs = false;
    const [width, height] = string(attributes.rr_size).split('x');
    if (!width) return;
    delete attributes.rr_size;
    if (!room || !height) return;
    attributes.src = room.name;
    fill(room, attributes, width, height);
  }

  const saysPersonal = (of: Attributes) =>
    judge(`${string(of.id)} ${string(of.alt)} ${string(of.title)} ${string(of.name)}`.trim());

  function nameLink(attributes: Attributes): void {
    if (typeof attributes.href === 'string')
      attributes.href = numbers.sheet(attributes.href) ?? attributes.href;
  }

  function nameStyle(style: Raw, isPersonal: boolean): void {
    for (const property in style) {
      const value = style[property];
      if (typeof value === 'string') style[property] = inCss(value, { late, personal: isPersonal });
      else if (Array.isArray(value) && typeof value[0] === 'string')
        value[0] = inCss(value[0], { late, personal: isPersonal });
    }
  }

  function nameNode(node: RawNode, parentTag: string, named: number): void {
    if (node.type === text) {
      if (parentTag !== 'style' || node.textContent === undefined) return;
      styleTexts.add(node.id);
      node.textContent = inSheet(node.textContent);
      return;
    }
    let tag = '';
    let levels = named;
    const { attributes, childNodes } = node;
    if (node.type === element && attributes) {
      const full = string(node.tagName);
      tag = full.slice(full.indexOf(':') + 1).toLowerCase();
      if (typeof attributes.class === 'string' && judge(attributes.class)) {
        levels = levelsNamed + 1;
        personal.add(node.id);
      }
      const holdsPicture = tag in pictureOf && pictureOf[tag] !== backgrounds;
      if (tag === 'style' || holdsPicture || (tag === 'link' && isSheetLink(attributes)))
        tags.set(node.id, tag);
      nameAttributes(node.id, tag, attributes, levels > 0);
    }
    if (!childNodes) return;
    for (const child of childNodes) nameNode(child, tag, Math.max(0, levels - 1));
  }

  function nameMutation(data: Raw): void {
    // Moved nodes are removed and added: what is known of them must survive.
    for (const { id } of (data.removes as { id: number }[] | undefined) ?? []) {
      tags.delete(id);
      styleTexts.delete(id);
      personal.delete(id);
      rooms.delete(id);
    }
    for (const { parentId, node } of (data.adds as { parentId: number; node: RawNode }[] | undefined) ?? []) {
      nameNode(node, tags.get(parentId) ?? '', personal.has(parentId) ? levelsNamed : 0);
    }
    for (const change of (data.texts as { id: number; value: unknown }[] | undefined) ?? []) {
      if (typeof change.value === 'string' && styleTexts.has(change.id)) change.value = inSheet(change.value);
    }
    for (const { id, attributes } of (data.attributes as
      | { id: number; attributes: Attributes }[]
      | undefined) ?? []) {
      // Rows and cells are too many to remember them all; of other elements nobody shows this attribute as a picture.
      const tag = tags.get(id) ?? (/[./]/.test(string(attributes.background)) ? 'td' : '');
      const chosen = tag === 'img' && ('src' in attributes || 'srcset' in attributes) && deps.chosenFor?.(id);
      if (chosen) attributes.src = chosen;
      nameAttributes(id, tag, attributes, personal.has(id) || judge(string(attributes.class)), true);
      if (tag === 'img') sizeLate(id, attributes);
      if (tag === 'link') nameLink(attributes);
    }
  }

  const nameRules = (rules: Rules) => {
    for (const each of rules ?? []) {
      if (typeof each.rule === 'string') each.rule = inCss(each.rule, { late: false, personal: false });
    }
  };

  return {
    /** Names what one raw event holds; to be called on every event, in order. */
    nameIn(event: RawEvent): void {
      const data = event.data as Raw | null;
      if (!data || typeof data !== 'object') return;
      if (event.type === fullSnapshot) {
        late = false;
        tags.clear();
        styleTexts.clear();
        personal.clear();
        rooms.clear();
        nameNode(data.node as RawNode, '', 0);
      } else if (event.type === incremental) {
        late = true;
        if (data.source === source.mutation) nameMutation(data);
        else if (data.source === source.sheetRule) {
          nameRules(data.adds as Rules);
          for (const name of ['replace', 'replaceSync'])
            if (typeof data[name] === 'string')
              data[name] = inCss(data[name], { late: false, personal: false });
        } else if (data.source === source.adoptedSheet) {
          for (const { rules } of (data.styles as { rules?: Rules }[] | undefined) ?? []) nameRules(rules);
        } else if (data.source === source.declaration) {
          const set = data.set as Raw | undefined;
          if (set && typeof set.value === 'string')
            set.value = inCss(set.value, { late: false, personal: false });
        }
      }
    },
  };
}
type Room = { name: string; isOurs: boolean };

const isSized = (attributes: Attributes) => 'width' in attributes || 'height' in attributes;

function fill({ isOurs }: Room, attributes: Attributes, width: string, height: string): void {
  // By its own proportions where the page's style says one side only, whatever its attributes say.
  attributes.rr_size = `${width}x${height}`;
  if (isOurs) Object.assign(attributes, { width, height });
}

export type AssetNamer = ReturnType<typeof createAssetNamer>;
