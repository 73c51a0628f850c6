import type { CurrentWalk } from './current-walk.ts';
import type { BrowserApi } from './types.ts';

const name = 'pulse';
/** The shortest period the browser grants (Chrome 120; a minute before): as long as a worker lives without work. */
const everyMinutes = 0.5;

/**
 * A beat while a walk is open, and none otherwise: it looks after what no event of the browser tells, also when the
 * worker was stopped in between. `beat` is told how long ago the one before was, undefined when that is unknown.
 */
export function createPulse(dependencies: {
  browser: BrowserApi;
  current: CurrentWalk;
  beat(sinceLast: number | undefined): Promise<void>;
}) {
  const { browser, current, beat } = dependencies;
  const last = async (): Promise<number | undefined> => {
    const { pulse } = await browser.storage.session.get<{ pulse?: number }>(name);
    return pulse;
  };
  const mark = () => browser.storage.session.set({ [name]: Date.now() });

  browser.alarms.onAlarm.addListener(async (alarm) => {
    if (alarm.name !== name) return;
    if (!(await current.find().catch(() => undefined))) {
      await browser.alarms.clear(name);
      return;
    }
    const before = await last().catch(() => undefined);
    await mark().catch(() => undefined);
    await beat(before === undefined ? undefined : Date.now() - before);
  });

  return {
    /** Begins the beat; harmless when it goes on already. */
    async begin(): Promise<void> {
      await mark();
      await browser.alarms.create(name, { periodInMinutes: everyMinutes });
    },
  };
}
