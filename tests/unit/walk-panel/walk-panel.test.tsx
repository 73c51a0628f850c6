import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { WalkPanel } from '../../../components/walk-panel/walk-panel.tsx';
import type { WalkPanelProps } from '../../../components/walk-panel/walk-panel-props.ts';
import { Aim } from '../../../lib/model/aim.ts';
import { programme } from './programme.ts';

const start = 1_770_000_000_000;
const nothing = () => {};
const counts = { steps: 0, actions: 0, incidents: 0, screenshots: 0, painPoints: 0, masked: 0 };
const session: NonNullable<NonNullable<WalkPanelProps['state']>['session']> = {
  id: 's1',
  state: 'recording',
  itemName: '社会保障卡补领',
  programmeId: programme.id,
  startedAt: start,
  pausedMs: 0,
  privacy: 'full',
  tabs: [1],
};

const idle: WalkPanelProps = {
  place: 'popup',
  state: { counts, warnings: [] },
  programmes: [programme],
  walkerNamed: true,
  suggestedItems: programme.suggestedItems,
  tab: { id: 1, title: '云岭省政务服务网', url: 'https://zwfw.example.org/', recordable: true },
  permission: 'granted',
  unfinished: [],
  looksPersonal: () => [],
  now: () => start + 125_000,
  onAskPermission: nothing,
  onStart: nothing,
  onPause: nothing,
  onResume: nothing,
  onFinish: nothing,
  onTag: nothing,
  marking: {
    onBookmark: nothing,
    onDropBookmark: nothing,
    onPutBackBookmark: nothing,
    onPick: nothing,
    onCancelPick: nothing,
    onDropPicked: nothing,
    onDraw: nothing,
  },
  onUntag: nothing,
  onAmendTag: nothing,
  onRenameStep: nothing,
  onBeginStep: nothing,
  onRecover: nothing,
  onOpenReview: nothing,
  onOpenOptions: nothing,
};

/** The markup with keys in the place of sentences: no translations are given. */
const show = (change: Partial<WalkPanelProps>) => renderToStaticMarkup(<WalkPanel {...idle} {...change} />);
const startButton = /<button type="submit"[^>]*>/;
const disabled = (html: string) => startButton.exec(html)?.[0].includes('disabled');

describe('before a walk', () => {
  test('a walk can start with the permission and a recordable page', () => {
    expect(disabled(show({}))).toBe(false);
  });

  test('without the permission there is one button for it, and no start', () => {
    const html = show({ permission: 'missing' });
    expect(html).toContain('walk.permission.button');
    expect(disabled(html)).toBe(true);
  });

  test('a page that cannot be recorded says why, also for reasons not known here', () => {
    const tab = { id: 1, title: '扩展程序', url: '', recordable: false };
    expect(show({ tab: { ...tab, why: 'browser-page' } })).toContain('walk.tab.browserPage');
    expect(show({ tab: { ...tab, why: 'something-new' } })).toContain('walk.tab.other');
    expect(show({ tab: undefined })).toContain('walk.tab.none');
    expect(disabled(show({ tab }))).toBe(true);
  });

  test('every walk asks for consent anew', () => {
    const html = show({});
    expect(html).toContain('walk.form.consent');
    expect(html).not.toMatch(/type="checkbox"[^>]*checked/);
  });

  test('accompanying a citizen asks for the citizen’s consent and says that only metrics are kept', () => {
    const html = show({ defaults: { mode: 'accompany' } });
    expect(html).toContain('walk.form.consentCitizen');
    expect(html).toContain('walk.form.metrics');
  });

  test('pages are checked step by step where the programme says so, and the walker may say otherwise', () => {
    const switchOf = (html: string) => /<input type="checkbox"[^>]*>(?=<span>checks\.steps)/.exec(html)?.[0];
    expect(switchOf(show({}))).toBeDefined();
    expect(switchOf(show({}))).not.toContain('checked');
    const asks = { ...programme, pageChecks: 'at-rest' as const };
    expect(switchOf(show({ programmes: [asks] }))).toContain('checked');
  });

  test('what to look for may be set down and is named as the programme names it', () => {
    const phases = [{ phase: 'before' as const, label: '走前“瞄准问题”', asks: [] }];
    expect(show({ programmes: [{ ...programme, phases }] })).toContain('aims.field');
    expect(show({})).not.toContain('aims.chosen');
  });

  test('without a page to record the programme’s portals can be opened; with one they are not in the way', () => {
    const sites = [
      { id: 'own', name: '云岭', startUrl: 'https://zwfw.example.org/' },
      { id: 'other', name: '别处', startUrl: 'https://other.example.org/' },
    ];
    const programmes = [{ ...programme, siteProfiles: ['own'] }];
    const html = show({ programmes, sites, tab: undefined });
    expect(html).toContain('href="https://zwfw.example.org/"');
    expect(html).not.toContain('other.example.org');
    expect(show({ programmes, sites })).not.toContain('href=');
  });

  test('a walker without a name sees what is recorded and what never is', () => {
    expect(show({ walkerNamed: false })).toContain('walk.first.title');
    expect(show({})).not.toContain('walk.first.title');
  });

  test('an unfinished walk can go on or end', () => {
    const html = show({ unfinished: [{ id: 'u1', itemName: '失业登记', startedAt: start }] });
    expect(html).toContain('失业登记');
    expect(html).toContain('walk.unfinished.continue');
    expect(html).toContain('walk.unfinished.finish');
  });

  test('no programme leads to the settings instead of an empty form', () => {
    const html = show({ programmes: [] });
    expect(html).toContain('walk.form.noProgramme');
    expect(html).not.toMatch(startButton);
  });
});

describe('during a walk', () => {
  const recording = { counts, warnings: [], session };

  test('the clock shows the time walked', () => {
    expect(show({ state: recording })).toContain('02:05');
  });

  test('a page that is not of the walk is said not to be recorded, and can be taken in', () => {
    const outside = { id: 9, title: '别处', url: 'https://other.example.org/', recordable: true };
    const html = show({ state: recording, tab: outside, onJoinTab: nothing });
    expect(html).toContain('walk.outside.text');
    expect(html).toContain('walk.outside.join');
    expect(html).toContain('walk.now.outside');
    expect(html).not.toContain('walk.now.recording');
    for (const quiet of [
      show({ state: recording, onJoinTab: nothing }),
      show({ state: recording, tab: { ...outside, recordable: false, why: 'browserPage' } }),
      show({ state: { ...recording, session: { ...session, state: 'paused' } }, tab: outside }),
      show({ tab: outside }),
    ])
      expect(quiet).not.toMatch(/walk\.outside|walk\.now\.outside/);
  });

  test('a walk of which no page is left says so, and that one must be opened first', () => {
    const state = { ...recording, session: { ...session, tabs: [] } };
    const html = show({ state, tab: undefined, onJoinTab: nothing });
    expect(html).toContain('walk.outside.noTabs');
    expect(html).not.toContain('walk.outside.join');
  });

  test('a paused walk stands still and offers to resume', () => {
    const html = show({
      state: { ...recording, session: { ...session, state: 'paused', pausedSince: start + 61_000 } },
    });
    expect(html).toContain('01:01');
    expect(html).toContain('walk.now.resume');
    expect(html).not.toContain('walk.now.pauseWhy');
  });

  test('the time in a step is not claimed once there was a pause', () => {
    const step = { name: '填写申请表', stage: 'apply', from: start } as const;
    expect(show({ state: { ...recording, step } })).toContain('walk.step.since');
    expect(show({ state: { ...recording, step, session: { ...session, pausedMs: 5 } } })).not.toContain(
      'walk.step.since',
    );
  });

  test('tagging offers the dimensions of the session’s own programme', () => {
    const other = { ...programme, id: 'other', checklists: [] };
    const html = show({ state: recording, programmes: [other, programme], programmeId: 'other' });
    expect(html).toContain('通不通');
  });

  test('the last tag can be undone', () => {
    const html = show({
      state: recording,
      lastTagged: { id: 'p1', text: '线上登录是否简便', dimensionId: 'd1', checkItemId: 'c1' },
    });
    expect(html).toContain('线上登录是否简便');
    expect(html).toContain('tag.undo');
  });

  test('moments that wait to be filled in are listed with their time and step, and filled in or dropped', () => {
    const bookmarks = [{ id: 'b1', at: start + 65_000, step: '填写申请表' }];
    const html = show({ state: { ...recording, bookmarks } });
    expect(html).toContain('01:05');
    expect(html).toContain('填写申请表');
    expect(html).toContain('bookmark.fill');
    expect(html).toContain('bookmark.drop');
    expect(show({ state: recording })).not.toContain('bookmark.fill');
  });

  test('an element that was pointed at is named, and can be let go of', () => {
    const html = show({ state: { ...recording, picked: { label: '下一步', role: 'button' } } });
    expect(html).toContain('pick.picked');
    expect(html).toContain('pick.drop');
    expect(html).not.toContain('pick.begin');
    expect(show({ state: { ...recording, picking: true } })).toContain('pick.cancel');
  });

  test('further check items of the last tag are named, each with its way out', () => {
    const [first, second] = programme.checklists[0]?.dimensions[0]?.items ?? [];
    const dimensionId = programme.checklists[0]?.dimensions[0]?.id ?? '';
    const html = show({
      state: recording,
      lastTagged: {
        id: 'p1',
        text: first?.text ?? '',
        dimensionId,
        checkItemId: first?.id ?? '',
        moreCheckItems: [{ dimensionId, checkItemId: second?.id ?? '' }],
      },
    });
    expect(html).toContain(`＋ ${second?.text}`);
    expect(html).toContain('tag.removeItem');
  });

  test('what was looked for stands as a list to tick, with what an aim was found in; without aims nothing is ticked', () => {
    const aims = [
      Aim.parse({ id: 'a1', text: '材料会不会重复交', state: 'found', painPointIds: ['p1'] }),
      Aim.parse({ id: 'a2', text: '进度在哪里查' }),
    ];
    const tagged = [{ id: 'p1', at: start + 60_000, checkItemId: 'gone' }];
    const html = show({ state: { ...recording, aims, tagged }, onJudgeAim: nothing, onAddAim: nothing });
    expect(html).toContain('材料会不会重复交');
    expect(html).toContain('aims.foundIn');
    // Found in something already: it needs no tag of its own.
    expect(html).not.toContain('aims.tag<');
    expect(html.match(/role="radiogroup"/g)).toHaveLength(2);
    expect(show({ state: recording, onJudgeAim: nothing })).not.toContain('role="radiogroup"');
  });

  test('an aim that was found in nothing yet can be tagged from', () => {
    const aims = [Aim.parse({ id: 'a1', text: '材料会不会重复交', state: 'found' })];
    expect(show({ state: { ...recording, aims }, onJudgeAim: nothing })).toContain('aims.tag<');
  });

  test('warnings and problems with unknown codes are told, not swallowed', () => {
    const html = show({
      state: { ...recording, warnings: [{ code: 'brand-new', detail: '' }] },
      problem: { code: 'never-heard', detail: 'details' },
    });
    expect(html).toContain('walk.warning.other');
    expect(html).toContain('problem.unknown');
  });
});

test('markup in names is shown, never run', () => {
  const html = show({
    state: { counts, warnings: [], session: { ...session, itemName: '<img src=x onerror=1>' } },
  });
  expect(html).not.toContain('<img');
});
