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

/** What was tagged last, as far as it was said. */
export type Tagged = {
  id: string;
  kind: PainPoint['kind'];
  /** Its check items, the first one first. */
  items: { dimensionId: string; checkItemId: string; text: string }[];
  severity?: Severity;
  persona?: Persona | undefined;
  note?: string;
};

/** After tagging: undo, further check items, severity, persona, and a note that is handed on when the panel goes away. */
export function showTagged(options: BarOptions, panel: BarPanel, tagged: Tagged): void {
  const { document, text } = options;
  const { id, kind } = tagged;
  let now = { ...tagged, note: tagged.note ?? '' };
  let undone = false;
  const keepNote = () => {
    if (undone || note.value === now.note) return;
    now = { ...now, note: note.value };
    options.onAmendTag(id, { note: now.note });
  };
  const warning = build(document, 'p', { class: 'warn', role: 'status' });
  const note = build(document, 'textarea', {
    'aria-label': text('tag.note'),
    placeholder: text('tag.notePlaceholder'),
    maxlength: '8000',
    onblur: keepNote,
  });
  note.value = now.note;

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
  const more = (items: Tagged['items']) => {
    now = { ...now, items };
    const further = items.slice(1).map(({ dimensionId, checkItemId }) => ({ dimensionId, checkItemId }));
    options.onAmendTag(id, { moreCheckItems: further });
  };
  const back = () => showTagged(options, panel, now);
  const addItem = () => {
    keepNote();
    showChoice(options, panel, {
      title: text('tag.addItemTitle'),
      hint: text('tag.addItemHint'),
      onBack: back,
      onChoose(dimension, item) {
        if (!now.items.some(({ checkItemId }) => checkItemId === item.id))
          more([...now.items, { dimensionId: dimension.id, checkItemId: item.id, text: item.text }]);
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
        more(now.items.filter((each) => each !== item));
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
    note,
    warning,
  );
  panel.show({
    onInput: async () => {
      const asked = note.value;
      const kinds = (await options.looksPersonal?.(asked).catch(() => [])) ?? [];
      if (note.value !== asked) return;
      warning.textContent = kinds.length > 0 ? text('tag.personal', personalWords(text, kinds)) : '';
    },
    onGone: keepNote,
  });
}
