import type { SiteName } from './config.ts';
import faultsJson from './faults.json' with { type: 'json' };

export type IncidentKind =
  | 'script-error'
  | 'unhandled-rejection'
  | 'failed-request'
  | 'slow-request'
  | 'dead-resource'
  | 'toast'
  | 'validation'
  | 'native-dialog'
  | 'login-again';

/** What a recording of the walk must hold because of a fault. */
export type Expectation =
  | { record: 'incident'; incident: IncidentKind; match: string }
  | { record: 'stream'; match: string }
  | { record: 'masking'; values: string[] }
  | { record: 'signal'; signal: string };

/** A request whose answer shows the fault; `{ticket}` and `{caseNo}` stand for a visit's own. */
export interface Proof {
  origin: SiteName;
  path: string;
  status: number;
  text?: string[];
}

/** One planted fault, as `faults.json` documents it. */
export interface Fault {
  id: string;
  kind: string;
  title: string;
  /** The item on whose walk it is met; `slow`: on the one by `walkSlow`, which nothing else walks. */
  item: 'reemployment' | 'crossRegion' | 'residence' | 'slow';
  /** More of it than on the walk without faults, but not over the limit, so that nothing has to be suggested for it. */
  underLimit?: boolean;
  where: { origin: SiteName; path: string; how: string };
  expect: Expectation;
  proof: Proof[];
}

export const faults = faultsJson as Fault[];
