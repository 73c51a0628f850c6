import { personalWords } from '../tagging/personal-words.ts';
import type { BarOptions, BarTag } from './bar-options.ts';
import type { BarPanel } from './bar-panel.ts';
import { build, fill } from './build.ts';

const severities = ['minor', 'moderate', 'serious', 'blocking'] as const;

/** After tagging: undo, severity, and a note that is handed on when the panel goes away. */
export function showTagged(
  { document, text, ...options }: BarOptions,
  panel: BarPanel,
  id: string,
  itemText: string,
  kind: BarTag['kind'],
): void {
  let kept = '';
  let undone = false;
  const keepNote = () => {
    if (undone || note.value === kept) return;
    kept = note.value;
    options.onAmendTag(id, { note: kept });
  };
  const warning = build(document, 'p', { class: 'warn', role: 'status' });
  const note = build(document, 'textarea', {
    'aria-label': text('tag.note'),
    placeholder: text('tag.notePlaceholder'),
    maxlength: '8000',
    onblur: keepNote,
  });
  const choices = severities.map((severity) =>
    build(
      document,
      'button',
      {
        'aria-pressed': String(severity === 'moderate'),
        onclick: () => {
          for (const [at, choice] of choices.entries()) {
            choice.setAttribute('aria-pressed', String(severities[at] === severity));
          }
          options.onAmendTag(id, { severity });
        },
      },
      text(`tag.${severity}`),
    ),
  );
  const undo = () => {
    undone = true;
    options.onUntag(id);
    panel.close();
  };
  fill(
    panel.element,
    build(
      document,
      'div',
      { class: 'row', role: 'status' },
      build(document, 'b', {}, `${text('tag.tagged')} · ${itemText}`),
      build(document, 'button', { onclick: undo }, text('tag.undo')),
      build(document, 'button', { onclick: () => panel.close() }, text('bar.close')),
    ),
    kind === 'pain' &&
      build(document, 'div', { class: 'row', role: 'group', 'aria-label': text('tag.severity') }, ...choices),
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
