import type { ListedValues } from '../../model/catalogue.ts';
import { declaredValue, type GuideKey, type GuidePage } from '../../model/guide-page.ts';
import type { ReductionQuantity } from '../../model/reduction.ts';
import type { SessionReport } from '../../model/report.ts';
import type { Signal, SignalCode } from '../../model/signal.ts';
import { daysIn, visitsIn } from '../guide/parse-declared.ts';
import { unseenPlaces } from '../signals/seen.ts';

export type Figure = { value: number | null; atLeast: boolean };
type Figures = Partial<Record<ReductionQuantity, Figure>>;

/** The signals that are the four reductions' quantities as they stand. */
const bySignal: Partial<Record<ReductionQuantity, SignalCode>> = {
  steps: 'step_count',
  pages: 'page_count',
  hops: 'domain_hops',
  clicks: 'click_count',
  total: 'first_use_to_submit',
  active: 'active_time',
  waiting: 'wait_time',
  uploads: 'material_count',
  again: 'material_rerequest',
  refused: 'file_reject',
  shareable: 'material_shareable',
  fields: 'field_count',
  prefilled: 'prefill_ratio',
  elsewhere: 'channel_switch',
  windows: 'tab_window_count',
};

/** What a walk's evidence says about each quantity; null where it was not observed, never 0 for that. */
export function measureWalk(report: SessionReport, signals: readonly Signal[]): Figures {
  const byCode = new Map(signals.map((signal) => [signal.code, signal]));
  const figures: Figures = {};
  for (const [quantity, code] of Object.entries(bySignal) as [ReductionQuantity, SignalCode][]) {
    const signal = byCode.get(code);
    const value = signal?.value ?? null;
    figures[quantity] = {
      value,
      atLeast: value !== null && signal?.unseen !== undefined && signal.unit === 'count',
    };
  }
  const unseen = unseenPlaces(report) !== undefined;
  const stages = new Set(report.steps.map(({ stage }) => stage).filter((stage) => stage !== 'other'));
  figures.stages = { value: unseen || stages.size === 0 ? null : stages.size, atLeast: false };
  figures.logins = loginsOf(report, byCode.get('login_repeat'));
  return figures;
}

/** Stays on login pages: those after the first, and the first where there was one. */
function loginsOf(report: SessionReport, again: Signal | undefined): Figure {
  if (!again || again.value === null) return { value: null, atLeast: false };
  const met =
    report.visits.some(({ identity, stage }) => identity || stage === 'login') ||
    report.sightings.some(({ kind }) => kind === 'login-form');
  if (!met && again.unseen) return { value: null, atLeast: false };
  return { value: again.value + (met ? 1 : 0), atLeast: again.unseen !== undefined };
}

/** What is declared, and where: on the guide page, or else in the catalogue; null where nowhere. */
export type Declared = { value: number; by: 'guide' | 'catalogue' } | null;

/** What is declared of each quantity, and of 法定办结时限 in days, which the promise is held against. */
export function declaredOf(
  page: GuidePage | undefined,
  listed: ListedValues | undefined,
): Partial<Record<ReductionQuantity | 'legal', Declared>> {
  const said = (key: GuideKey) => (page ? declaredValue(page, key) : undefined);
  const asked = page?.materials.filter(({ required, shared }) => required !== false && !shared);
  const uploads = page?.listsMaterials && page.materials.length > 0 ? asked?.length : undefined;
  return {
    steps: first(page?.flow.length || undefined, undefined),
    uploads: first(uploads, listed?.materials),
    visits: first(visitsIn(said('visits')), listed?.trips),
    promised: first(daysIn(said('promised-limit')), daysIn(listed?.promisedLimit)),
    legal: first(daysIn(said('legal-limit')), daysIn(listed?.legalLimit)),
  };
}

function first(guide: number | undefined, catalogue: number | undefined): Declared {
  if (guide !== undefined) return { value: guide, by: 'guide' };
  return catalogue === undefined ? null : { value: catalogue, by: 'catalogue' };
}
