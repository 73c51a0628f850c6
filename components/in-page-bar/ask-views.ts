import type { RatingLevel } from '../../lib/model/rating.ts';
import { keyOf } from '../format/key-of.ts';
import type { BarOptions } from './bar-options.ts';
import type { BarPanel } from './bar-panel.ts';
import { build, fill } from './build.ts';

/** The model's, written out: what it is made with does not come into a page. */
const ratingLevels: readonly RatingLevel[] = [
  'very-satisfied',
  'satisfied',
  'fairly-satisfied',
  'dissatisfied',
  'very-dissatisfied',
];
const outcomes = ['stopped', 'submitted', 'withdrawn', 'unknown'] as const;

/** Asks how far the walk went; any answer finishes it. How content the walker is may be said first, or not at all. */
export function showFinish(
  { document, text, onFinish, onRate }: BarOptions,
  panel: BarPanel,
  rated: RatingLevel | undefined,
): void {
  let level = rated;
  const levels = ratingLevels.map((each) =>
    build(
      document,
      'button',
      {
        'aria-pressed': String(each === level),
        onclick: () => {
          level = each === level ? undefined : each;
          for (const [at, button] of levels.entries())
            button.setAttribute('aria-pressed', String(ratingLevels[at] === level));
          onRate(level ?? null);
        },
      },
      text(keyOf('rating.level', each)),
    ),
  );
  fill(
    panel.element,
    build(document, 'p', {}, text('rating.inBar')),
    build(
      document,
      'div',
      { class: 'row chips', role: 'group', 'aria-label': text('rating.title') },
      ...levels,
    ),
    build(document, 'b', {}, text('walk.finish.title')),
    ...outcomes.map((outcome) => {
      const finish = () => {
        panel.close();
        onFinish(outcome);
      };
      return build(
        document,
        'button',
        { class: 'out', onclick: finish },
        build(document, 'b', {}, text(`walk.finish.${outcome}`)),
        outcome !== 'unknown' && build(document, 'span', {}, text(`walk.finish.${outcome}Hint`)),
      );
    }),
    build(document, 'button', { class: 'bare', onclick: () => panel.close() }, text('walk.finish.back')),
  );
  panel.show({});
}

/**
 * Says once that the next click may file a real application. Nothing is blocked: true means that the walker wants
 * to submit, false that they stop here or closed the warning.
 */
export function showSubmitWarning({ document, text }: BarOptions, panel: BarPanel): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (submits: boolean) => () => {
      resolve(submits);
      panel.close();
    };
    fill(
      panel.element,
      build(
        document,
        'div',
        { role: 'alert' },
        build(document, 'b', { class: 'warn' }, text('bar.submitTitle')),
        build(document, 'p', {}, text('bar.submitText')),
      ),
      build(
        document,
        'div',
        { class: 'row' },
        build(document, 'button', { class: 'main', onclick: answer(false) }, text('bar.submitStop')),
        build(document, 'button', { onclick: answer(true) }, text('bar.submitGo')),
      ),
    );
    panel.show({ onGone: () => resolve(false) });
  });
}
