import { parseHTML } from 'linkedom';
import { beforeEach, expect, test, vi } from 'vitest';
import type { BarOptions } from '../../../components/in-page-bar/bar-options.ts';
import type { BarPanel, View } from '../../../components/in-page-bar/bar-panel.ts';
import { showTagging } from '../../../components/in-page-bar/tag-view.ts';
import { showTagged, type Tagged } from '../../../components/in-page-bar/tagged-view.ts';

/** The bar's panel on a page of its own, and what was handed on by it. */
function openPanel(more: Partial<BarOptions> = {}) {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  let view: View = {};
  const panel: BarPanel = {
    element: document.createElement('section'),
    show(next) {
      view = next;
    },
    shows: (asked) => view === asked,
    close() {
      view.onGone?.();
      view = {};
      panel.element.replaceChildren();
    },
  };
  const amended: object[] = [];
  const options = {
    document,
    text: (key: string, ...values: unknown[]) => [key, ...values].join(' '),
    onAmendTag: (_id: string, change: object) => void amended.push(change),
    onUntag: () => undefined,
    readState: () => ({ warnings: [] }),
    readDimensions: async () => [{ id: 'd', name: '通不通', items: [{ id: 'c', text: '登录' }] }],
    ...more,
  } as unknown as BarOptions;
  const button = (words: string) =>
    [...panel.element.querySelectorAll('button')].find((each) =>
      `${each.textContent} ${each.getAttribute('aria-label')}`.includes(words),
    );
  return {
    options,
    panel,
    amended,
    view: () => view,
    press: (words: string) => button(words)?.click(),
    note: () => panel.element.querySelector('textarea') as HTMLTextAreaElement,
    /** Shows something else, as the warning before filing does. */
    cover: () => {
      view.onGone?.();
      view = {};
      panel.element.textContent = '提交提醒';
    },
  };
}
const item = (id: string) => ({ dimensionId: 'd', checkItemId: id, text: `条目${id}` });
const tagged: Tagged = { id: 'p1', kind: 'pain', items: [item('1'), item('2')] };

beforeEach(() => {
  vi.useRealTimers();
});

test('a note is handed on once typing rests, and as the page goes, without its field being left', () => {
  vi.useFakeTimers();
  const { options, panel, amended, view, note } = openPanel();
  showTagged(options, panel, tagged);
  const type = (words: string) => {
    note().value = words;
    view().onInput?.();
  };
  type('刷');
  vi.advanceTimersByTime(400);
  type('刷脸');
  vi.advanceTimersByTime(499);
  expect(amended).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(amended).toEqual([{ note: '刷脸' }]);
  type('刷脸三次');
  view().onPageGoes?.();
  expect(amended).toEqual([{ note: '刷脸' }, { note: '刷脸三次' }]);
  vi.advanceTimersByTime(5000);
  expect(amended).toHaveLength(2);
});

test('what is typed is not handed on any more once the tag was taken back', () => {
  vi.useFakeTimers();
  const { options, panel, amended, view, note, press } = openPanel();
  showTagged(options, panel, tagged);
  note().value = '刷脸';
  view().onInput?.();
  press('tag.undo');
  vi.advanceTimersByTime(5000);
  expect(amended).toEqual([]);
});

test('a note stays when a further check item is taken off', () => {
  const { options, panel, amended, note, press } = openPanel();
  showTagged(options, panel, tagged);
  note().value = '刷脸';
  press('tag.removeItem 条目2');
  expect(note().value).toBe('刷脸');
  expect(amended).toEqual([{ note: '刷脸' }, { moreCheckItems: [] }]);
});

/** Tags in two presses; `answer` gives the answer when the test says so. */
async function tagSlowly() {
  let answer: (kept: object) => void = () => undefined;
  const opened = openPanel({ onTag: () => new Promise((resolve) => (answer = resolve as typeof answer)) });
  showTagging(opened.options, opened.panel);
  await vi.waitFor(() => expect(opened.panel.element.textContent).toContain('通不通'));
  opened.press('通不通');
  opened.press('登录');
  expect(opened.panel.element.textContent).toBe('walk.busy.tagging');
  return {
    ...opened,
    async answer(kept: object) {
      answer(kept);
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
}

test.each([
  { ok: true, painPointId: 'p1' },
  { ok: false, code: 'noSession', detail: '' },
])('a late answer to a tag does not take the place of what is asked meanwhile: %o', async (kept) => {
  const { panel, cover, answer } = await tagSlowly();
  cover();
  await answer(kept);
  expect(panel.element.textContent).toBe('提交提醒');
});

test('an answer that comes while it is waited for is shown', async () => {
  const { panel, answer } = await tagSlowly();
  await answer({ ok: true, painPointId: 'p1' });
  expect(panel.element.textContent).toContain('tag.tagged');
});
