import type { Screenshot } from '../model/screenshot.ts';

/** A page that was just reached is given this long to settle before its picture, ms. */
const settleMs = 900;
/** One that does not settle, because something is asked for again and again, has its picture after this long, ms. */
const longestMs = 3000;
/** A page on which something goes wrong all the time has so many pictures of it in that time, ms. */
const incidents = { most: 3, within: 90_000 };

type Timer = ReturnType<typeof setTimeout>;

/** Pictures that are due once a page has settled; several asks in that time make one picture. */
export function createPicturesDue(take: (tab: number, why: Screenshot['why']) => void) {
  const due = new Map<number, { since: number; timer: Timer }>();
  const putOff = new Map<number, Timer>();
  /** When a tab's last pictures of incidents were taken, oldest first. */
  const taken = new Map<number, number[]>();

  const takeNow = (tab: number, why: Screenshot['why']) => {
    due.delete(tab);
    if (why === 'incident') taken.set(tab, [...(taken.get(tab) ?? []), Date.now()].slice(-incidents.most));
    take(tab, why);
  };
  /** How long until the tab may have another picture of an incident, ms. */
  const mustWait = (tab: number): number => {
    const moments = taken.get(tab) ?? [];
    const [oldest = 0] = moments;
    return moments.length < incidents.most ? 0 : oldest + incidents.within - Date.now();
  };

  return function soon(tab: number, why: Screenshot['why']): void {
    const wait = why === 'incident' ? mustWait(tab) : 0;
    if (wait > 0) {
      if (putOff.has(tab)) return;
      const later = () => {
        putOff.delete(tab);
        soon(tab, why);
      };
      putOff.set(tab, setTimeout(later, wait));
      return;
    }
    const before = due.get(tab);
    clearTimeout(before?.timer);
    const since = before?.since ?? Date.now();
    const left = Math.max(0, Math.min(settleMs, since + longestMs - Date.now()));
    due.set(tab, { since, timer: setTimeout(() => takeNow(tab, why), left) });
  };
}
