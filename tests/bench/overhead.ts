import { startPortal } from '../portal/start-portal.ts';
import { district } from './overhead/district.ts';
import { measureRun, type Scenario } from './overhead/measure-run.ts';
import { page50k } from './overhead/page50k.ts';
import { printScenario } from './overhead/print-scenario.ts';
import { storm } from './overhead/storm.ts';
import { type ByVariant, summarise } from './overhead/summarise.ts';
import { walk } from './overhead/walk.ts';
import { buildExtension } from './support/build-extension.ts';
import { bundlePeers, peers } from './support/bundle-peers.ts';
import { interleave } from './support/interleave.ts';
import type { BenchOptions } from './support/options.ts';
import { packAsExtension } from './support/pack-as-extension.ts';
import { tell } from './support/print-table.ts';
import { servePages } from './support/serve-pages.ts';
import { startSink } from './support/sink.ts';
import { tryAgain } from './support/try-again.ts';
import { chooseVariants, type Variant } from './support/variants.ts';

const scenarioNames = ['walk', 'storm', 'district', 'page50k'];

/** Others are held against ours there when asked for by name. */
const onPage50k: readonly Variant[] = ['none', 'rrweb', 'ours'];

/** What recorders cost the page they record; see the head of main.ts. */
export async function overhead({ only, variants, reps, built, clock }: BenchOptions): Promise<object> {
  const unknown = only.filter((name) => !scenarioNames.includes(name));
  if (unknown.length) throw new Error(`--only knows ${scenarioNames.join(', ')}, not ${unknown.join(', ')}`);
  const chosen = chooseVariants(variants);
  const extension = chosen.includes('ours') ? buildExtension(built) : '';
  const scripts = await bundlePeers(peers.filter((name) => chosen.includes(name)));
  const sink = await startSink(scripts);
  const packed = chosen.includes('rrwebInExtension')
    ? await packAsExtension((await bundlePeers(['rrweb'])).get('rrweb') ?? '', sink.origin)
    : undefined;
  const extensions: Partial<Record<Variant, string>> = {
    ...(extension ? { ours: extension } : {}),
    ...(packed ? { rrwebInExtension: packed.folder } : {}),
  };
  const pages = await servePages();
  const portal = await startPortal({ ports: 'any' });
  const scenarios: Scenario[] = [
    walk(portal.origins),
    storm(pages.origin),
    district(pages.origin),
    page50k(pages.origin),
  ];
  const results = new Map<string, ByVariant>();
  try {
    for (const scenario of scenarios.filter(({ name }) => only.length === 0 || only.includes(name))) {
      const { name } = scenario;
      const here = chosen.filter((each) => name !== 'page50k' || variants.length || onPage50k.includes(each));
      const measured = await interleave(here, reps, async (variant, rep) => {
        const run = await tryAgain(`${name} ${variant}`, () =>
          measureRun(variant, scenario, { sink, extension: extensions[variant] }),
        );
        const { taskMs, scriptMs } = run[clock];
        const figures = `task ${Math.round(taskMs)} ms, script ${Math.round(scriptMs)} ms`;
        tell(`${name} ${rep + 1}/${reps} ${variant}: ${figures}`);
        return run;
      });
      printScenario(name, measured);
      results.set(name, measured);
    }
  } finally {
    await Promise.all([sink.close(), pages.close(), portal.close(), packed?.remove()]);
  }
  return summarise(results, clock);
}
