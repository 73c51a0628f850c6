import { type FindAsset, neutralCss } from './neutral-css.ts';
import type { IncrementData, Position, Rule } from './replay-event.ts';
import { isId } from './scrub-node.ts';
import { cssOfPointed } from './state-css.ts';

type Raw = Record<string, unknown>;
const raw = (value: unknown): Raw => (typeof value === 'object' && value !== null ? (value as Raw) : {});
const list = (value: unknown): Raw[] => (Array.isArray(value) ? value.map(raw) : []);
const number = (value: unknown) => (Number.isFinite(value) ? (value as number) : 0);

/** rrweb's IncrementalSource, as far as a replay follows it; the others (canvas, media, log) are left out. */
const source = {
  mouseMove: 1,
  mouseInteraction: 2,
  scroll: 3,
  resize: 4,
  input: 5,
  touchMove: 6,
  sheetRule: 8,
  font: 10,
  drag: 12,
  styleDeclaration: 13,
  selection: 14,
  adoptedSheet: 15,
};

/** An increment other than a mutation, rebuilt from known fields; undefined when a replay has no use for it. */
export function scrubIncrement(given: Raw, find?: FindAsset): IncrementData | undefined {
  const base: IncrementData = { source: number(given.source) };
  if (isId(given.id)) base.id = given.id;
  switch (base.source) {
    case source.mouseMove:
    case source.touchMove:
    case source.drag: {
      const positions = list(given.positions).map(position);
      return positions.length > 0 ? { source: base.source, positions } : undefined;
    }
    case source.mouseInteraction: {
      const type = number(given.type);
      if (base.id === undefined || !Number.isInteger(type) || type < 0 || type > 10) return undefined;
      const told = { ...base, type, x: number(given.x), y: number(given.y) };
      return given.ringless === true ? { ...told, ringless: true } : told;
    }
    case source.scroll:
      return base.id === undefined ? undefined : { ...base, x: number(given.x), y: number(given.y) };
    case source.resize: {
      const [width, height] = [number(given.width), number(given.height)];
      const sound = width > 0 && height > 0 && width <= 20_000 && height <= 20_000;
      return sound ? { source: base.source, width, height } : undefined;
    }
    case source.input:
      if (base.id === undefined) return undefined;
      return {
        ...base,
        text: typeof given.text === 'string' ? given.text : '',
        isChecked: given.isChecked === true,
      };
    case source.selection:
      return { source: base.source, ranges: list(given.ranges).map(range) };
    case source.font: {
      if (typeof given.family !== 'string' || typeof given.fontSource !== 'string' || given.buffer === true)
        return;
      return {
        source: base.source,
        family: given.family,
        fontSource: neutralCss(given.fontSource, find),
        buffer: false,
      };
    }
    case source.sheetRule:
    case source.styleDeclaration:
    case source.adoptedSheet:
      return scrubSheet(base, given, find);
    default:
      return undefined;
  }
}

function scrubSheet(base: IncrementData, given: Raw, find?: FindAsset): IncrementData | undefined {
  if (isId(given.styleId)) base.styleId = given.styleId;
  if (base.source === source.adoptedSheet) {
    if (base.id === undefined) return undefined;
    const styles = list(given.styles).filter(({ styleId }) => isId(styleId));
    const styleIds = (Array.isArray(given.styleIds) ? given.styleIds : []).filter(isId);
    return {
      ...base,
      styleIds,
      styles: styles.map((it) => ({ styleId: it.styleId as number, rules: rules(it.rules, find) })),
    };
  }
  if (base.source === source.styleDeclaration) {
    const { property, value, priority } = raw(given.set);
    const index = indexOf(given.index);
    if (!Array.isArray(index)) return undefined;
    const removed = raw(given.remove).property;
    return {
      ...base,
      index,
      ...(typeof property === 'string' && {
        set: {
          property,
          value: typeof value === 'string' ? neutralCss(value, find) : null,
          priority: priority && 'important',
        },
      }),
      ...(typeof removed === 'string' && { remove: { property: removed } }),
    };
  }
  const removes = list(given.removes).flatMap(({ index }) => {
    const at = indexOf(index);
    return at === undefined ? [] : [{ index: at }];
  });
  const whole = (name: 'replace' | 'replaceSync') =>
    typeof given[name] === 'string' && { [name]: cssOfPointed(neutralCss(given[name], find)) };
  return { ...base, adds: rules(given.adds, find), removes, ...whole('replace'), ...whole('replaceSync') };
}

const indexOf = (value: unknown): number | number[] | undefined => {
  if (Array.isArray(value)) return value.map(number);
  return Number.isInteger(value) ? (value as number) : undefined;
};

const rules = (value: unknown, find?: FindAsset): Rule[] =>
  list(value).flatMap(({ rule, index }) => {
    const at = indexOf(index);
    return typeof rule === 'string'
      ? [{ rule: cssOfPointed(neutralCss(rule, find)), ...(at !== undefined && { index: at }) }]
      : [];
  });

const position = ({ id, x, y, timeOffset }: Raw): Position => ({
  id: isId(id) ? id : -1,
  x: number(x),
  y: number(y),
  timeOffset: number(timeOffset),
});

const range = ({ start, startOffset, end, endOffset }: Raw) => ({
  start: isId(start) ? start : -1,
  startOffset: number(startOffset),
  end: isId(end) ? end : -1,
  endOffset: number(endOffset),
});
