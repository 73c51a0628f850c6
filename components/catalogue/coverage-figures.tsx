import { useText } from '../text.tsx';
import type { CoverageShown } from './coverage-view.tsx';

/** The figures of a coverage: whole, by the marks of the items, by mode and channel. No order of merit among units. */
export function CoverageFigures({ coverage }: { coverage: CoverageShown }) {
  const text = useText();
  const marks = (['oneThing', 'crossRegion', 'highFrequency'] as const).filter(
    (mark) => coverage.marked[mark].items > 0,
  );
  const ways = [
    ...Object.entries(coverage.byMode).map(([mode, count]) => [text(`mode.${mode}`), count] as const),
    ...Object.entries(coverage.byChannel).map(([kind, count]) => [text(`channel.${kind}`), count] as const),
  ];
  return (
    <div className="zyb-coverage-figures">
      <Figure
        name={text('catalogue.coverage.walkedItems')}
        value={text('catalogue.coverage.of', coverage.walked, coverage.items.length)}
      />
      {marks.map((mark) => (
        <Figure
          key={mark}
          name={text(`catalogue.mark.${mark}`)}
          value={text('catalogue.coverage.of', coverage.marked[mark].walked, coverage.marked[mark].items)}
        />
      ))}
      {ways.map(([name, count]) => (
        <Figure key={name} name={name} value={String(count)} />
      ))}
    </div>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <b>{value}</b>
      <span>{name}</span>
    </div>
  );
}
