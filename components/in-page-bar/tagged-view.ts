import type { PainPoint, Persona, Severity } from '../../lib/model/pain-point.ts';
import { personalWords } from '../tagging/personal-words.ts';
import type { BarOptions } from './bar-options.ts';
import type { BarPanel } from './bar-panel.ts';
import { build, fill } from './build.ts';
import { showChoice } from './choice-view.ts';

const severities = ['minor', 'moderate', 'serious', 'blocking'] as const satisfies readonly Severity[];
const personas = ['elderly', 'disabled', 'remote'] as const satisfies readonly Persona[];
/** As many as the model takes beside the first. */
const mostMore = 20;
/** How long typing must rest before the words are handed on: short, because a page may go at any moment, ms. */
const restMs = 500;

/** What was tagged last, as far as it was said. */
export type Tagged = {
  id: string;
  kind: PainPoint['kind'];
  /** Its check items, the first one first. */
  items: { dimensionId: string; checkItemId: string; text: string }[];
  severity?: Severity;
  persona?: Persona | undefined;
} & Partial<Record<Said, string>>;

/** What a person says about it, each in a field of its own. */
const said = ['note', 'need', 'measure'] as const;
type Said = (typeof said)[number];

/** After tagging: undo, further check items, severity, persona, and a note that is handed on while it is typed and when panel or page go away. */
export function showTagged(options: BarOptions, panel: BarPanel, tagged: Tagged): void {
  const { document, text } = options;
  const { id, kind } = tagged;
  let now = tagged;
  let undone = false;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const keepWords = () => {
    clearTimeout(resting);
    if (undone) return;
    const change: Partial<Record<Said, string>> = {};
    for (const name of said) if (fields[name].value !== (now[name] ?? '')) change[name] = fields[name].value;
    if (Object.keys(change).length === 0) return;
    now = { ...now, ...change };
    options.onAmendTag(id, change);
  };
  const warning = build(document, 'p', { class: 'warn', role: 'status' });
  const fieldOf = (name: Said) => {
    const field = build(document, 'textarea', {
      'aria-label': text(`tag.${name}`),
      placeholder: text(`tag.${name}Placeholder`),
      maxlength: '8000',
      onblur: keepWords,
    });
    field.value = now[name] ?? '';
    return field;
  };
  const fields = { note: fieldOf('note'), need: fieldOf('need'), measure: fieldOf('measure') };
  // Need and measure wait behind a button: a note is what most people have time for.
  const more = build(
    document,
    'div',
    { class: 'more-words', hidden: !now.need && !now.measure },
    fields.need,
    fields.measure,
  );
  const opener = build(
    document,
    'button',
    {
      'aria-expanded': String(!more.hidden),
      onclick: () => {
        more.hidden = !more.hidden;
        opener.setAttribute('aria-expanded', String(!more.hidden));
        opener.textContent = text(more.hidden ? 'bar.more' : 'tag.less');
      },
    },
    text(more.hidden ? 'bar.more' : 'tag.less'),
  );

  /** One of several, pressed or not; `choose` is told of the new one. */
  const oneOf = <T extends string>(
    label: string,
    values: readonly T[],
    chosen: T,
    words: (value: T) => string,
    choose: (value: T) => void,
  ) => {
    const buttons = values.map((value) =>
      build(
        document,
        'button',
        {
          'aria-pressed': String(value === chosen),
          onclick: () => {
            for (const [at, button] of buttons.entries())
              button.setAttribute('aria-pressed', String(values[at] === value));
            choose(value);
          },
        },
        words(value),
      ),
    );
    return build(document, 'div', { class: 'row', role: 'group', 'aria-label': label }, ...buttons);
  };
  const undo = () => {
    undone = true;
    options.onUntag(id);
    panel.close();
  };
  const keepItems = (items: Tagged['items']) => {
    now = { ...now, items };
    const further = items.slice(1).map(({ dimensionId, checkItemId }) => ({ dimensionId, checkItemId }));
    options.onAmendTag(id, { moreCheckItems: further });
  };
  const back = () => showTagged(options, panel, now);
  const addItem = () => {
    keepWords();
    showChoice(options, panel, {
      title: text('tag.addItemTitle'),
      hint: text('tag.addItemHint'),
      onBack: back,
      onChoose(dimension, item) {
        if (!now.items.some(({ checkItemId }) => checkItemId === item.id))
          keepItems([...now.items, { dimensionId: dimension.id, checkItemId: item.id, text: item.text }]);
        back();
      },
    });
  };
  fill(
    panel.element,
    build(
      document,
      'div',
      { class: 'row', role: 'status' },
      build(document, 'b', {}, `${text('tag.tagged')} · ${now.items[0]?.text ?? ''}`),
      build(document, 'button', { onclick: undo }, text('tag.undo')),
      build(document, 'button', { onclick: () => panel.close() }, text('bar.close')),
    ),
    ...now.items.slice(1).map((item) => {
      const remove = () => {
        keepWords();
        keepItems(now.items.filter((each) => each !== item));
        back();
      };
      const label = text('tag.removeItem', item.text);
      return build(
        document,
        'div',
        { class: 'row about' },
        build(document, 'span', {}, `＋ ${item.text}`),
        build(document, 'button', { 'aria-label': label, title: label, onclick: remove }, '×'),
      );
    }),
    now.items.length <= mostMore &&
      build(
        document,
        'div',
        { class: 'row' },
        build(document, 'button', { onclick: addItem }, text('tag.addItem')),
      ),
    kind === 'pain' &&
      oneOf(
        text('tag.severity'),
        severities,
        now.severity ?? 'moderate',
        (value) => text(`tag.${value}`),
        (severity) => {
          now = { ...now, severity };
          options.onAmendTag(id, { severity });
        },
      ),
    oneOf(
      text('tag.persona'),
      ['anyone', ...personas] as const,
      now.persona ?? 'anyone',
      (value) => text(`persona.${value}`),
      (value) => {
        const persona = value === 'anyone' ? undefined : value;
        now = { ...now, persona };
        options.onAmendTag(id, { persona: persona ?? null });
      },
    ),
    fields.note,
    build(document, 'div', { class: 'row' }, opener),
    more,
    warning,
  );
  panel.show({
    onInput: async () => {
      clearTimeout(resting);
      resting = setTimeout(keepWords, restMs);
      const words = () => said.map((name) => fields[name].value).join('\n');
      const asked = words();
      const kinds = (await options.looksPersonal?.(asked).catch(() => [])) ?? [];
      if (words() !== asked) return;
      warning.textContent = kinds.length > 0 ? text('tag.personal', personalWords(text, kinds)) : '';
    },
    onGone: keepWords,
    onPageGoes: keepWords,
  });
}
