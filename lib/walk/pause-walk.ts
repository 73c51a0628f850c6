import type { Outcome } from '../messages.ts';
import type { CurrentWalk } from './current-walk.ts';
import { failed } from './failed.ts';
import type { Speaker } from './speaker.ts';
import type { OpenWalk, WalkDependencies } from './types.ts';

/** Stops recording for a while, and goes on; the stretch between is a pause with its reason, no hole. */
export function createPausing(dependencies: {
  redact: WalkDependencies['redact'];
  current: CurrentWalk;
  speak: Pick<Speaker, 'setPaused'>;
  announce(): void;
  onResumed(): Promise<void>;
}) {
  const { redact, current, speak, announce, onResumed } = dependencies;
  const tell = ({ session }: OpenWalk, paused: boolean) =>
    Promise.all(session.tabs.map((tab) => speak.setPaused(tab, paused).catch(() => undefined)));
  return {
    async pause(reason: string): Promise<Outcome> {
      const walk = await current.find();
      if (!walk || walk.session.state !== 'recording') return failed('noSession');
      const pauses = [
        ...walk.session.pauses,
        { from: Date.now(), reason: redact.text(reason).slice(0, 300) },
      ];
      // Written first: a page that says hello while the others are told would record through the whole pause.
      await current.change({ state: 'paused', pauses });
      await tell(walk, true);
      announce();
      return { ok: true };
    },

    async resume(): Promise<Outcome> {
      const walk = await current.find();
      if (!walk || walk.session.state !== 'paused') return failed('noSession');
      const now = Date.now();
      await current.change({
        state: 'recording',
        pauses: walk.session.pauses.map((pause) => ({ ...pause, to: pause.to ?? now })),
      });
      await onResumed();
      await tell(walk, false);
      announce();
      return { ok: true };
    },
  };
}
