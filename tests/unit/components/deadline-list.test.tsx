import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { DeadlineList } from '../../../components/options/deadline-list.tsx';
import { readProgrammes } from '../packs/read-packs.ts';

const nothing = () => {};

it.each(readProgrammes().map((programme) => [programme.id, programme] as const))(
  'what is owed under %s leads to each form it is made with',
  (_, programme) => {
    const html = renderToStaticMarkup(
      <DeadlineList
        programme={programme}
        startsOn={undefined}
        formHref={(kind) => `review.html#/forms/${kind}`}
        onStart={nothing}
      />,
    );
    const lines = [...html.matchAll(/<li.*?<\/li>/gs)].map(([line]) => line);
    expect(lines).toHaveLength(programme.deliverables.length);
    for (const [n, { title, forms }] of programme.deliverables.entries()) {
      expect(lines[n]).toContain(title);
      const linked = [...(lines[n]?.matchAll(/href="review\.html#\/forms\/([a-z-]+)"/g) ?? [])];
      expect([title, linked.map(([, kind]) => kind)]).toEqual([title, forms]);
      if (title.includes('工作总结报告')) expect(forms).toContain('work-report');
    }
  },
);
