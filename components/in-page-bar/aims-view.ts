import type { Aim } from '../../lib/model/aim.ts';
import type { WalkState } from '../../lib/model/walk-state.ts';
import type { BarOptions } from './bar-options.ts';
import type { BarPanel, View } from './bar-panel.ts';
import { build, fill } from './build.ts';
import { showTagging } from './tag-view.ts';

const states = ['found', 'not-found'] as const;
const words = { found: 'aims.state.found', 'not-found': 'aims.state.notFound' } as const;

/** What the walker set out to look for, to tick beside the page; pressed again, a tick is taken back. */
export function showAims(options: BarOptions, panel: BarPanel, read: () => WalkState): void {
  const { document, text } = options;
  let judged: Record<string, Aim['state']> = {};
  const view: View = {};
  const draw = () => {
    const { aims = [] } = read();
    fill(
      panel.element,
      build(document, 'b', {}, text('aims.title')),
      ...aims.map((aim) => {
        const state = judged[aim.id] ?? aim.state;
        return build(
          document,
          'div',
          { class: 'aim', role: 'group', 'aria-label': aim.text },
          build(document, 'span', {}, aim.text),
          build(
            document,
            'div',
            { class: 'row' },
            ...states.map((each) =>
              build(
                document,
                'button',
                { 'aria-pressed': String(state === each), onclick: () => judge(aim, state, each) },
                text(words[each]),
              ),
            ),
            state === 'found' &&
              aim.painPointIds.length === 0 &&
              build(document, 'button', { onclick: () => tag(aim) }, text('aims.tag')),
          ),
        );
      }),
      build(document, 'button', { class: 'bare', onclick: () => panel.close() }, text('bar.close')),
    );
  };
  const judge = (aim: Aim, before: Aim['state'], next: Aim['state']) => {
    const state = before === next ? 'open' : next;
    judged = { ...judged, [aim.id]: state };
    options.onJudgeAim({ id: aim.id, state });
    draw();
  };
  /** By its own check item at once; a line of the walker's own asks which. */
  const tag = (aim: Aim) =>
    showTagging(
      {
        ...options,
        async onTag(given) {
          const kept = await options.onTag(given);
          if (kept.ok) options.onJudgeAim({ id: aim.id, state: 'found', painPointId: kept.painPointId });
          return kept;
        },
      },
      panel,
      aim.checkItemId,
    );
  draw();
  panel.show(view);
}
