import { formatClock } from '../format/format-duration.ts';
import { elementWords } from '../picked-element/element-words.ts';
import { problemSentence } from '../walk-panel/problem-sentence.ts';
import type { BarDimension, BarOptions, BarTag } from './bar-options.ts';
import type { BarPanel } from './bar-panel.ts';
import { build } from './build.ts';
import { showChoice, showLine } from './choice-view.ts';
import { showTagged } from './tagged-view.ts';

/** Tagging in two clicks; `itemId` is a check item chosen already. */
export function showTagging(options: BarOptions, panel: BarPanel, itemId?: string): void {
  const { document, text, readState } = options;
  let kind: BarTag['kind'] = 'pain';
  let filling: { id: string; at: number } | undefined;
  const clock = (at: number) => formatClock(at - (readState().session?.startedAt ?? at));
  const small = (label: string, onclick: () => void, attributes: Record<string, string> = {}) =>
    build(document, 'button', { ...attributes, onclick }, label);

  const kinds = (again: () => void) =>
    (['pain', 'highlight'] as const).map((each) =>
      small(
        text(`tag.${each}`),
        () => {
          kind = each;
          again();
        },
        { 'aria-pressed': String(kind === each) },
      ),
    );

  const choose = (dimension: BarDimension, item: BarDimension['items'][number]) => {
    const fail = (why: { code: string; detail: string }) =>
      showLine(
        options,
        panel,
        text('bar.failed', problemSentence(text, why)),
        small(text('bar.retry'), () => choose(dimension, item)),
      );
    const busy = showLine(options, panel, text('walk.busy.tagging'));
    const tag = { kind, dimensionId: dimension.id, checkItemId: item.id, severity: 'moderate' as const };
    options.onTag({ ...tag, ...(filling ? { bookmarkId: filling.id } : {}) }).then(
      (kept) => {
        // What is asked meanwhile (how it ended, whether to submit) is not wiped away.
        if (!panel.shows(busy)) return;
        if (!kept.ok) return void fail(kept);
        showTagged(options, panel, {
          id: kept.painPointId,
          kind,
          items: [{ dimensionId: dimension.id, checkItemId: item.id, text: item.text }],
        });
      },
      (error: unknown) => void (panel.shows(busy) && fail({ code: 'timeout', detail: String(error) })),
    );
  };

  const chip = (words: string, label: string, onclick: () => void) =>
    build(
      document,
      'div',
      { class: 'row about' },
      build(document, 'span', {}, words),
      small('×', onclick, { 'aria-label': label, title: label }),
    );

  /** The element that was pointed at, the bookmark that is filled in, or the ways to either. */
  const about = (): Node[] => {
    const { picked, bookmarks = [] } = readState();
    const open = bookmarks.filter(({ id }) => id !== filling?.id);
    const pick = () => {
      options.onPick().then(
        (begun) =>
          begun.ok ? panel.close() : void showLine(options, panel, problemSentence(text, begun), again()),
        (error: unknown) =>
          showLine(
            options,
            panel,
            problemSentence(text, { code: 'timeout', detail: String(error) }),
            again(),
          ),
      );
    };
    const again = () => small(text('bar.retry'), show);
    return [
      ...(filling
        ? [
            chip(text('bookmark.filling', clock(filling.at)), text('bookmark.notNow'), () => {
              filling = undefined;
              show();
            }),
          ]
        : []),
      picked
        ? chip(text('pick.picked', elementWords(text, picked)), text('pick.drop'), options.onDropPicked)
        : build(document, 'div', { class: 'row' }, small(text('pick.begin'), pick)),
      ...(open.length > 0
        ? [
            build(
              document,
              'div',
              { class: 'row' },
              build(document, 'span', {}, text('bookmark.open', open.length)),
              ...open.slice(0, 6).map((each) =>
                small(
                  clock(each.at),
                  () => {
                    filling = each;
                    show();
                  },
                  { title: text('bookmark.fillNamed', clock(each.at)) },
                ),
              ),
            ),
          ]
        : []),
    ];
  };

  const show = () =>
    showChoice(options, panel, {
      title: text('tag.title'),
      hint: text('tag.pick'),
      beside: kinds,
      below: about,
      onChoose: choose,
      chosen: itemId,
    });
  show();
}
