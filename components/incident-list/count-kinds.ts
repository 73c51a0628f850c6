import type { Incident, IncidentKind } from '../../lib/model/incident.ts';
import { incidentKinds } from '../../lib/model/incident.ts';

/** The kinds that occur, in the model's order, with how often. */
export function countKinds(
  incidents: readonly Pick<Incident, 'kind'>[],
): { kind: IncidentKind; count: number }[] {
  return incidentKinds
    .map((kind) => ({ kind, count: incidents.filter((incident) => incident.kind === kind).length }))
    .filter(({ count }) => count > 0);
}

/** Which kinds are bad enough to be red: the page or the server failed; the others are worth a look. */
export function isFailure(kind: IncidentKind): boolean {
  return ['script-error', 'unhandled-rejection', 'failed-request', 'page-error', 'login-again'].includes(
    kind,
  );
}
