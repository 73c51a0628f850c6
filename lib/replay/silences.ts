import type { SessionReport } from '../model/report.ts';

/** A stretch in which no stream recorded anything; `pause` when the walker had stopped the clock in it. */
export type Silence = { from: number; to: number; pause: boolean };

/** Shorter stretches are waiting that belongs to the walk and is worth seeing. */
const leastSilence = 10_000;

/** The stretches between two moments that playback may skip, in order. */
export function silencesBetween(
  report: Pick<SessionReport, 'chunks' | 'session'>,
  from: number,
  to: number,
  least = leastSilence,
): Silence[] {
  const silences: Silence[] = [];
  let heardUntil = from;
  const close = (next: number) => {
    if (next - heardUntil <= least) return;
    const silence = { from: heardUntil, to: next };
    const pause = report.session.pauses.some((it) => it.from < silence.to && (it.to ?? to) > silence.from);
    silences.push({ ...silence, pause });
  };
  for (const chunk of [...report.chunks].sort((a, b) => a.from - b.from)) {
    if (chunk.to <= heardUntil || chunk.from >= to) continue;
    close(chunk.from);
    heardUntil = Math.max(heardUntil, chunk.to);
  }
  close(to);
  return silences;
}
