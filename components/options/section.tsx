import type { ReactNode } from 'react';
import { useText } from '../text.tsx';

/** One part of the settings, reached by its anchor; title and hint are `options.<name>.title` and `.hint`. */
export function Section({ name, extra, children }: { name: string; extra?: ReactNode; children: ReactNode }) {
  const text = useText();
  return (
    <section id={name} className="zyb-options-section" aria-labelledby={`${name}-title`}>
      <header>
        <h2 id={`${name}-title`}>{text(`options.${name}.title`)}</h2>
        {extra}
      </header>
      <p className="zyb-options-hint">{text(`options.${name}.hint`)}</p>
      {children}
    </section>
  );
}
