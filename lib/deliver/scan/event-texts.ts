import { cssTexts, variableTexts } from './markup-texts.ts';

type Value = Record<string, unknown>;
type Node = {
  type?: number;
  tagName?: string;
  attributes?: Value;
  textContent?: string;
  isStyle?: boolean;
  childNodes?: Node[];
};
type See = (text: string) => void;

/** Attributes that people read or that hold an address; all others hold layout, names of classes or drawings. */
const read = new Set(
  'title alt placeholder summary abbr label prompt standby value content href src action formaction poster cite data xlink:href srcset'.split(
    ' ',
  ),
);
/** Identifiers: only what could hold a number of somebody, or words, is worth a look. */
const names = new Set('id class name for list form headers usemap'.split(' '));
const couldName = /\d(?:\D?\d){10}|[^ -~\s]/;
/** What earlier versions wrote in the place of long numbers. */
const zeros = /0{11,}/g;
/** Deeper trees are refused at replay; nobody would see their texts. */
const mostNested = 2000;
const mutation = 0;
const input = 5;
/** Sources whose payload is CSS: rules, declarations, adopted sheets. */
const styles = new Set([8, 13, 15]);

/** Shows every text of one recorded replay event that a person could read, and identifiers that hold as much as a number: not drawings. */
export function seeEventTexts(event: { type: number; data?: unknown }, see: See): void {
  const data = event.data as Value | null | undefined;
  if (!data || typeof data !== 'object') return;
  if (event.type === 2) seeNode(data.node as Node, see);
  else if (event.type === 4) seeString(data.href, see);
  else if (event.type === 5 || event.type === 6) seeStrings(data.payload, see);
  else if (event.type === 3) seeIncrement(data, see);
}

function seeIncrement(data: Value, see: See): void {
  if (data.source === mutation) {
    for (const add of listOf(data.adds)) seeNode(add.node as Node, see);
    for (const text of listOf(data.texts)) seeString(text.value, see);
    for (const change of listOf(data.attributes)) seeAttributes(change.attributes as Value, see);
  } else if (data.source === input) seeString(data.text, see);
  else if (styles.has(data.source as number)) seeStrings(data, (text) => seeSheet(text, see));
  else seeStrings(data, see);
}

function seeNode(node: Node | undefined, see: See, inStyle = false, depth = 0): void {
  if (!node || typeof node !== 'object' || depth > mostNested) return;
  if (typeof node.textContent === 'string') {
    if (inStyle || node.isStyle) seeSheet(node.textContent, see);
    else see(node.textContent);
  }
  if (node.attributes) seeAttributes(node.attributes, see);
  const isStyle = node.tagName === 'style';
  if (Array.isArray(node.childNodes))
    for (const child of node.childNodes) seeNode(child, see, isStyle, depth + 1);
}

function seeAttributes(attributes: Value | undefined, see: See): void {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name === 'style') seeStyle(value, see);
    if (typeof value !== 'string') continue;
    if (name === '_cssText') seeSheet(value, see);
    else if (names.has(name)) {
      const written = value.replace(zeros, '');
      if (couldName.test(written)) see(written);
    } else if (read.has(name) || name.startsWith('aria-') || name.startsWith('data-')) see(value);
  }
}

function seeSheet(css: string, see: See): void {
  cssTexts(css).forEach(see);
  variableTexts(css).forEach(see);
}

/** Declarations as an attribute or, changed by script, property by property. */
function seeStyle(style: unknown, see: See): void {
  if (typeof style === 'string') seeSheet(style, see);
  if (!style || typeof style !== 'object') return;
  for (const [property, set] of Object.entries(style)) {
    const value = Array.isArray(set) ? set[0] : set;
    if (typeof value === 'string') seeSheet(`${property}:${value}`, see);
  }
}

function seeStrings(value: unknown, see: See, depth = 0): void {
  if (typeof value === 'string') see(value);
  else if (value && typeof value === 'object' && depth < mostNested)
    for (const each of Object.values(value)) seeStrings(each, see, depth + 1);
}

function seeString(value: unknown, see: See): void {
  if (typeof value === 'string') see(value);
}

const listOf = (value: unknown): Value[] =>
  Array.isArray(value) ? value.filter((each) => each && typeof each === 'object') : [];
