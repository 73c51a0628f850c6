import type { GuideField, GuidePage } from '../../model/guide-page.ts';
import { type FoundLabel, fewestLabels, findLabels } from './find-labels.ts';
import { findValue, valueText } from './find-value.ts';
import { bare, createLabelFinder } from './guide-labels.ts';
import { readFlow } from './read-flow.ts';
import { readMaterials } from './read-materials.ts';

export type ReadGuide = Pick<GuidePage, 'fields' | 'materials' | 'listsMaterials' | 'flow'>;

const mostFields = 120;

/**
 * Reads a document as a guide page, unredacted and uncut: declared fields by the dictionary and the site profile's own labels, materials, and
 * the stages of the flow. Undefined when it is none. Reads no layout and changes nothing; a page without labels costs
 * one walk over its first texts.
 */
export function readGuide(root: Node, extraLabels: readonly string[] = []): ReadGuide | undefined {
  const keyOf = createLabelFinder(extraLabels);
  const found = findLabels(root, keyOf);
  if (!found.length) return undefined;
  const fields = readFields(found, keyOf);
  if (new Set(fields.map(({ key }) => key)).size < fewestLabels) return undefined;
  return { fields, ...readMaterials(found), flow: readFlow(found) };
}

function readFields(found: readonly FoundLabel[], keyOf: ReturnType<typeof createLabelFinder>): GuideField[] {
  const fields = new Map<string, GuideField>();
  for (const { key, label, element, inline } of found) {
    if (key === 'material-name') continue;
    const field = valueOf(element, inline);
    if (field === undefined) continue;
    // Two labels one after the other: the first has no value.
    const value = keyOf(bare(field)) ? '' : field;
    const known = fields.get(label);
    if (!known || (known.value === '' && value !== '')) fields.set(label, { key, label, value });
    if (fields.size >= mostFields) break;
  }
  return [...fields.values()];
}

function valueOf(element: Element, inline: string | undefined): string | undefined {
  if (inline) return inline;
  const value = findValue(element);
  return value && valueText(value);
}
