import { choiceOfKey, keyOfChoice } from '../tagging/pick-key.ts';
import { problemSentence } from '../walk-panel/problem-sentence.ts';
import type { BarDimension, BarOptions, BarTag } from './bar-options.ts';
import type { BarPanel } from './bar-panel.ts';
import { build, fill } from './build.ts';
import { showTagged } from './tagged-view.ts';

/** Tagging in two clicks: a dimension, then a check item; `itemId` is one chosen already. Digits choose; Esc goes back, then closes. */
export function showTagging(options: BarOptions, panel: BarPanel, itemId?: string): void {
  const { document, text } = options;
  let kind: BarTag['kind'] = 'pain';

  const line = (sentence: string, ...rest: (Node | false)[]) => {
    fill(panel.element, build(document, 'p', { role: 'status' }, sentence), ...rest);
    const view = {};
    panel.show(view);
    return view;
  };
  const keyed = (index: number, label: string, choose: () => void, elsewhere = false) =>
    build(
      document,
      'button',
      { onclick: choose, 'data-elsewhere': elsewhere },
      build(document, 'kbd', {}, keyOfChoice(index) ?? ''),
      build(document, 'span', {}, label),
    );
  const kinds = (again: () => void) =>
    (['pain', 'highlight'] as const).map((each) =>
      build(
        document,
        'button',
        {
          'aria-pressed': String(kind === each),
          onclick: () => {
            kind = each;
            again();
          },
        },
        text(`tag.${each}`),
      ),
    );

  const choose = (dimension: BarDimension, item: BarDimension['items'][number]) => {
    const fail = (why: { code: string; detail: string }) =>
      line(
        text('bar.failed', problemSentence(text, why)),
        build(document, 'button', { onclick: () => choose(dimension, item) }, text('bar.retry')),
      );
    line(text('walk.busy.tagging'));
    options.onTag({ kind, dimensionId: dimension.id, checkItemId: item.id, severity: 'moderate' }).then(
      (kept) => (kept.ok ? showTagged(options, panel, kept.painPointId, item.text, kind) : fail(kept)),
      (error: unknown) => fail({ code: 'timeout', detail: String(error) }),
    );
  };

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
        ...kinds(() => showItems(all, dimension)),
      ),
      build(
        document,
        'div',
        { class: 'items' },
        ...items.flatMap((item, index) => [
          item === elsewhere[0] && build(document, 'p', {}, text('tag.elsewhere')),
          keyed(index, item.text, () => choose(dimension, item), item.elsewhere),
        ]),
      ),
    );
    panel.show({
      onEscape: () => {
        back();
        return true;
      },
      onKey: (key) => {
        const item = items[choiceOfKey(key) ?? -1];
        if (item) choose(dimension, item);
        return item !== undefined;
      },
    });
  };

  const showDimensions = (all: BarDimension[]) => {
    fill(
      panel.element,
      build(
        document,
        'div',
        { class: 'row' },
        build(document, 'b', {}, text('tag.title')),
        ...kinds(() => showDimensions(all)),
      ),
      build(document, 'p', {}, text(all.length > 0 ? 'tag.pick' : 'tag.empty')),
      build(
        document,
        'div',
        { class: 'row chips' },
        ...all.map((each, index) => keyed(index, each.name, () => showItems(all, each))),
      ),
    );
    panel.show({
      onKey: (key) => {
        const dimension = all[choiceOfKey(key) ?? -1];
        if (dimension) showItems(all, dimension);
        return dimension !== undefined;
      },
    });
  };

  const loading = line(text('bar.loading'));
  const tell = () =>
    line(
      text('bar.unreadable'),
      options.onOpenPanel !== undefined &&
        build(document, 'button', { onclick: () => options.onOpenPanel?.() }, text('bar.open')),
    );
  options.readDimensions().then(
    (all) => {
      if (!panel.shows(loading)) return;
      const dimension = all.find(({ items }) => items.some(({ id }) => id === itemId));
      const item = dimension?.items.find(({ id }) => id === itemId);
      if (dimension && item) choose(dimension, item);
      else showDimensions(all);
    },
    () => panel.shows(loading) && tell(),
  );
}
