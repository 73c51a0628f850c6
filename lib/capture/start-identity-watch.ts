import type { FrameOrders } from '../messages.ts';
import { keepHintsAlive } from './hints.ts';
import { createBatchSender } from './send-batches.ts';
import type { RunningRecorder } from './start-recorder.ts';
import { watchLoginForm } from './watch-login-form.ts';
import { watchSightings } from './watch-sightings.ts';
import { watchVerification } from './watch-verification.ts';
import type { FrameContext, Report } from './watcher.ts';

type Dependencies = {
  orders: FrameOrders;
  send(batch: { seq: number; json: string }): Promise<'kept' | 'gone'>;
  setAside(batches: { seq: number; json: string }[]): void;
};

/**
 * All that runs on the unified login: what kind of thing the walker has to prove there, when, and how it ended. No word
 * of the page, no label, no path, no value, no picture, no replay (docs/adr/0012-kinds-from-identity-hosts.md).
 */
export function startIdentityWatch({ orders, send, setAside }: Dependencies): RunningRecorder {
  const life = new AbortController();
  let watching: AbortController | undefined;
  const stop = (): Promise<void> => {
    watching?.abort();
    const sent = sender.end();
    life.abort();
    return sent;
  };
  const sender = createBatchSender(
    send,
    () => {},
    () => void stop(),
    life.signal,
    setAside,
  );
  const origin = `${location.origin}/`;
  const context: FrameContext = {
    stream: orders.stream,
    privacy: 'metrics',
    redactText: () => '',
    onceLearned: (job) => job(),
    catchesUp: () => true,
    redactUrl: () => origin,
    markOf: async () => undefined,
  };
  const nothing = () => {};
  const report: Report = {
    action: nothing,
    incident: nothing,
    visit: nothing,
    field: nothing,
    timings: nothing,
    guide: nothing,
    gap: nothing,
    masked: nothing,
    wait: ({ id, at, to, kind, outcome, detail }) =>
      sender.row('waits', { id, at, to, kind, outcome, detail: detail === 'before' ? detail : '' }),
    sighting({ id, at, kind, detail }) {
      if (kind === 'auth-step' || kind === 'login-form')
        sender.row('sightings', { id, at, kind, detail, text: '', url: origin });
    },
  };
  const watch = () => {
    watching = new AbortController();
    for (const each of [watchVerification, watchLoginForm, watchSightings])
      each(report, context, watching.signal);
  };
  keepHintsAlive(life.signal);
  if (!orders.paused) watch();

  return {
    setPaused(paused) {
      if (paused) {
        watching?.abort();
        watching = undefined;
        sender.flush();
      } else if (!watching) {
        watch();
      }
    },
    measure: () => null,
    readSheet: () => null,
    describe: () => null,
    childFrames: () => [],
    stop,
  };
}
