import { choiceOfKey, keyOfChoice } from '../tagging/pick-key.ts';
import type { BarDimension, BarOptions } from './bar-options.ts';
import type { BarPanel, View } from './bar-panel.ts';
import { build, fill } from './build.ts';

export type Choice = {
  title: string;
  hint: string;
  /** What stands beside the title of both lists; `again` shows the list anew. */
  beside?(again: () => void): Node[];
  /** What stands below the title of the dimensions. */
  below?(): Node[];
  /** A check item that is chosen already. */
  chosen?: string | undefined;
  onChoose(dimension: BarDimension, item: BarDimension['items'][number]): void;
  /** Where Escape leads from the dimensions; without it the panel closes. */
  onBack?(): void;
  onGone?(): void;
};

/** One line in the panel, and what may be done about it. */
export function showLine(
  { document }: BarOptions,
  panel: BarPanel,
  sentence: string,
  ...rest: (Node | false)[]
): View {
  fill(panel.element, build(document, 'p', { role: 'status' }, sentence), ...rest);
  const view = {};
  panel.show(view);
  return view;
}

/** Chooses a check item in two clicks: a dimension, then the item. Digits choose; Esc goes back, then closes. */
export function showChoice(options: BarOptions, panel: BarPanel, choice: Choice): void {
  const { document, text } = options;
  const keyed = (index: number, label: string, choose: () => void, elsewhere = false) =>
    build(
      document,
      'button',
      { onclick: choose, 'data-elsewhere': elsewhere },
      build(document, 'kbd', {}, keyOfChoice(index) ?? ''),
      build(document, 'span', {}, label),
    );
  const kept = choice.onGone ? { onGone: choice.onGone } : {};

  const showItems = (all: BarDimension[], dimension: BarDimension) => {
    const elsewhere = dimension.items.filter((item) => item.elsewhere);
    const items = [...dimension.items.filter((item) => !item.elsewhere), ...elsewhere];
    const back = () => showDimensions(all);
    fill(
      panel.element,
      build(
        document,
        'div',
        { class: 'row' },
        build(document, 'button', { 'aria-label': text('tag.back'), onclick: back }, '‹'),
        build(document, 'b', {}, dimension.name),
        ...(choice.beside?.(() => showItems(all, dimension)) ?? []),
      ),
      build(
        document,
        'div',
        { class: 'items' },
        ...items.flatMap((item, index) => [
          item === elsewhere[0] && build(document, 'p', {}, text('tag.elsewhere')),
          keyed(index, item.text, () => choice.onChoose(dimension, item), item.elsewhere),
        ]),
      ),
    );
    panel.show({
      ...kept,
      onEscape: () => {
        back();
        return true;
      },
      onKey: (key) => {
        const item = items[choiceOfKey(key) ?? -1];
        if (item) choice.onChoose(dimension, item);
        return item !== undefined;
      },
    });
  };

  const showDimensions = (all: BarDimension[]) => {
    const { onBack } = choice;
    fill(
      panel.element,
      build(
        document,
        'div',
        { class: 'row' },
        onBack !== undefined &&
          build(document, 'button', { 'aria-label': text('bar.back'), onclick: onBack }, '‹'),
        build(document, 'b', {}, choice.title),
        ...(choice.beside?.(() => showDimensions(all)) ?? []),
      ),
      ...(choice.below?.() ?? []),
      build(document, 'p', {}, all.length > 0 ? choice.hint : text('tag.empty')),
      build(
        document,
        'div',
        { class: 'row chips' },
        ...all.map((each, index) => keyed(index, each.name, () => showItems(all, each))),
      ),
    );
    panel.show({
      ...kept,
      onState: () => showDimensions(all),
      onEscape: () => {
        onBack?.();
        return onBack !== undefined;
      },
      onKey: (key) => {
        const dimension = all[choiceOfKey(key) ?? -1];
        if (dimension) showItems(all, dimension);
        return dimension !== undefined;
      },
    });
  };

  const loading = showLine(options, panel, text('bar.loading'));
  options.readDimensions().then(
    (all) => {
      if (!panel.shows(loading)) return;
      const dimension = all.find(({ items }) => items.some(({ id }) => id === choice.chosen));
      const item = dimension?.items.find(({ id }) => id === choice.chosen);
      if (dimension && item) choice.onChoose(dimension, item);
      else showDimensions(all);
    },
    () =>
      panel.shows(loading) &&
      showLine(
        options,
        panel,
        text('bar.unreadable'),
        options.onOpenPanel !== undefined &&
          build(document, 'button', { onclick: () => options.onOpenPanel?.() }, text('bar.open')),
      ),
  );
}
