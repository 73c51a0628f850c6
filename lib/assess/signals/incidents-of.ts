import type { Incident, IncidentKind } from '../../model/incident.ts';
import type { SessionReport } from '../../model/report.ts';
import type { Sighting } from '../../model/sighting.ts';

/** The incidents of these kinds. */
export function incidentsOf(report: SessionReport, ...kinds: IncidentKind[]): Incident[] {
  return report.incidents.filter((incident) => kinds.includes(incident.kind));
}

/** The sightings of one kind. */
export function sightingsOf(report: SessionReport, kind: Sighting['kind']): Sighting[] {
  return report.sightings.filter((sighting) => sighting.kind === kind);
}
