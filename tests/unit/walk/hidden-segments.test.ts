import { expect, test } from 'vitest';
import { SiteProfile } from '../../../lib/model/site-profile.ts';
import { receiveBatch } from '../../../lib/walk/receive-batches.ts';
import { startedAt } from '../store/fresh-store.ts';
import { openWalking } from './open-background.ts';

const profile = SiteProfile.parse({
  id: 'p',
  name: 'p',
  hosts: ['portal.example'],
  stageRules: [{ pattern: '/handle/[0-9a-f-]{36}$', stage: 'apply' }],
});
const visit = { at: startedAt, title: '', identity: false, back: false, redirects: 0 };
const told = (url: string) => ({
  ...visit,
  id: `w${url.slice(-3)}`,
  kind: 'wizard',
  url,
  wizardStep: '填写',
});

test('a step in a page whose address names a case has the stage that the rules gave the page', async () => {
  const { store, walk } = await openWalking();
  const page = 'https://portal.example/handle/_KDM';
  await store.db.visits.put({
    ...visit,
    id: 'v1',
    sessionId: 's1',
    tab: 1,
    frame: 0,
    kind: 'document',
    url: page,
    stage: 'apply',
  });
  const batch = {
    events: [],
    actions: [],
    incidents: [],
    visits: [told(page), told('https://portal.example/handle/_ABC')],
    fields: [],
    waits: [],
    sightings: [],
    timings: [],
    assets: [],
    masked: {},
    cost: { snapshotMs: 0, eventsMs: 0, longestMs: 0 },
  };
  const from = { stream: 'st1', tab: 1, frame: 0 };
  const { visits } = await receiveBatch(store, { ...walk, profile }, from, 0, JSON.stringify(batch));
  expect(visits.map(({ stage }) => stage)).toEqual(['apply', undefined]);
});
