import { healAdoptedSheets } from './heal-adopted-sheets.ts';
import { healRules } from './heal-rules.ts';
import { healShadowRoots } from './heal-shadow-roots.ts';
import { healSwitches } from './heal-switches.ts';
import { healValues } from './heal-values.ts';
import type { RrwebHooks } from './lean/rrweb-hooks.ts';

type Sink = (event: { type: number; timestamp: number; data: unknown }) => void;

const INCREMENTAL = 3;

/** What rrweb cannot see from here (values, rules and roots set by the page's script) is read when the page hints it. */
export function healFromHints(
  sink: Sink,
  checkoutSoon: () => void,
  hooks: RrwebHooks,
  signal: AbortSignal,
): void {
  const tell = (data: object) => {
    if (!signal.aborted) sink({ type: INCREMENTAL, timestamp: Date.now(), data });
  };
  healValues(tell, signal);
  healRules(tell, checkoutSoon, signal);
  healAdoptedSheets(tell, hooks, signal);
  healSwitches(tell, signal);
  healShadowRoots(hooks, checkoutSoon, signal);
}
