import { expect, test, vi } from 'vitest';
import { createConsent } from '../../../lib/walk/record-consent.ts';
import { openWalking } from './open-background.ts';

const given = { at: 1, how: 'paper', notice: '1', sensitive: true, erased: false } as const;

function openConsent(all: Awaited<ReturnType<typeof openWalking>>) {
  const order: string[] = [];
  const say = (word: string) => vi.fn(async () => void order.push(word));
  const consent = createConsent({
    ...all,
    browser: { webNavigation: { getAllFrames: async () => [{ frameId: 0 }] } } as never,
    shooter: { now: async () => undefined, soon: () => {} },
    freezer: { forget: say('forget assets') },
    speak: { beginAnew: say('begin anew') } as never,
    forgetLearned: say('forget learned'),
    announce: () => {},
  });
  return { consent, order };
}

test('what was recorded under a consent is erased when no page sends and nothing is fetched any more', async () => {
  const all = await openWalking({ privacy: 'full', consents: [given] });
  const { consent, order } = openConsent(all);
  await all.store.db.streamAssets.put({
    sessionId: 's1',
    stream: 's1.parts',
    n: 1,
    kind: 'font',
    url: '',
    bytes: 0,
    why: 'failed',
  });
  all.store.db.streamAssets.hook('deleting', () => void order.push('erase'));
  expect(await consent.withdrawConsent(true)).toMatchObject({ ok: true });
  expect(order).toEqual(['begin anew', 'forget assets', 'erase', 'forget learned']);
});

test('where it is kept, what is under way may come', async () => {
  const { consent, order } = openConsent(await openWalking({ privacy: 'full', consents: [given] }));
  expect(await consent.withdrawConsent(false)).toEqual({ ok: true });
  expect(order).toEqual(['begin anew']);
});
