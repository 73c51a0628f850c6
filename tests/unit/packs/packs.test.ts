import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkProgramme } from '../../../lib/model/check-programme.ts';
import type { CheckItem } from '../../../lib/model/checklist.ts';
import { dueOn } from '../../../lib/model/deadline.ts';
import { stages } from '../../../lib/model/stage.ts';
import { items as practiceItems } from '../../portal/items/items.ts';
import { readIndex, readJson, readProgramme, readProgrammes, readSites } from './read-packs.ts';

/** Every check item of the five documents: checklist, then id and the document's wording in short. */
const expected = readJson('./expected-check-items.json') as Record<string, Record<string, string>>;
const knownSignals = new Set(readJson('./known-signals.json') as string[]);
const byHand = new Set(['manual_note', 'manual_rating']);
const practiceMark = '〔练习〕';

/** How many Chinese characters wide a text is; a letter or digit counts as one too. */
const lengthOf = (text: string) => [...text].length;
const repeated = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at);
const found = (items: readonly CheckItem[], fault: (item: CheckItem) => boolean) =>
  items.filter(fault).map((item) => item.id);

describe.each(readIndex('programmes'))('programme %s', (file) => {
  const programme = readProgramme(file);
  const dimensions = programme.checklists.flatMap((checklist) => checklist.dimensions);
  const items = dimensions.flatMap((dimension) => dimension.items);

  it('is filed under its id', () => {
    expect(file).toBe(`${programme.id}.json`);
  });

  it.each(programme.checklists)('has every check item of $id and no other', (checklist) => {
    const ids = checklist.dimensions.flatMap((dimension) => dimension.items.map((item) => item.id));
    expect(ids).toEqual(Object.keys(expected[checklist.id] ?? {}));
  });

  it('has no dimension and no check item twice', () => {
    expect(repeated(dimensions.map((dimension) => dimension.id))).toEqual([]);
    expect(repeated(items.map((item) => item.id))).toEqual([]);
  });

  it('keeps the document’s own wording of every check item that it says shorter', () => {
    const wordings = items.map((item) => [item.id, item.wording || item.text]);
    const asked = programme.checklists.flatMap((checklist) => Object.entries(expected[checklist.id] ?? {}));
    expect(wordings).toEqual(asked);
    expect(found(items, (item) => item.wording === item.text)).toEqual([]);
  });

  it('fixes nothing to the year of its document', () => {
    const told = JSON.stringify([programme.deliverables, programme.rules, programme.phases]);
    expect(told).not.toMatch(/20\d\d/);
    expect(programme.deliverables.filter(({ due }) => due.kind === 'day')).toEqual([]);
  });

  it('can be walked on a PC and entered by hand for the channels that are not on one', () => {
    const kinds = programme.channels.map(({ kind }) => kind);
    expect(kinds).toContain('pc');
    expect(kinds.filter((kind) => kind !== 'pc')).not.toEqual([]);
    expect(repeated(kinds)).toEqual([]);
  });

  it('speaks in its stage lists and deliverables of its own modes and channels only', () => {
    const modes = programme.modes.map(({ mode }) => mode);
    const named = [...programme.stageLists, ...programme.deliverables].flatMap((each) => each.modes);
    expect(named.filter((mode) => !modes.includes(mode))).toEqual([]);
  });

  it('says who its experience officers are, how the loop closes and what is done with a problem', () => {
    expect(programme.officers?.categories.length).toBeGreaterThan(1);
    expect(programme.loopSteps.every((step) => programme.closedLoop.includes(step))).toBe(true);
    expect(programme.disposals).not.toEqual([]);
  });

  it('has no fault that an import would refuse', () => {
    expect(checkProgramme(programme)).toEqual([]);
  });

  it('numbers each check item below its dimension, and each dimension below its checklist', () => {
    for (const checklist of programme.checklists) {
      for (const dimension of checklist.dimensions) {
        expect(dimension.id.startsWith(`${checklist.id}.`)).toBe(true);
        expect(found(dimension.items, (item) => !item.id.startsWith(`${dimension.id}.`))).toEqual([]);
      }
    }
  });

  it('says each check item in at most 24 characters, differently from its neighbours', () => {
    expect(found(items, (item) => lengthOf(item.text) > 24)).toEqual([]);
    for (const { items: neighbours } of dimensions)
      expect(repeated(neighbours.map(({ text }) => text))).toEqual([]);
  });

  it('names only signals of the vocabulary', () => {
    expect(found(items, (item) => item.signals.some((code) => !knownSignals.has(code)))).toEqual([]);
  });

  it('calls nothing directly observable without a measured signal, and nothing unobservable with one', () => {
    const measured = (item: CheckItem) => item.signals.some((code) => !byHand.has(code));
    expect(found(items, (item) => item.observability === 'direct' && !measured(item))).toEqual([]);
    expect(found(items, (item) => item.observability === 'none' && measured(item))).toEqual([]);
  });

  it('sorts every stage but "other" into exactly one of its own stage names', () => {
    const covered = programme.stageViews.flatMap((view) => view.stages);
    expect([...covered].sort()).toEqual(stages.filter((stage) => stage !== 'other').sort());
  });

  it('records an accompanied citizen in metrics only', () => {
    const accompany = programme.modes.filter((mode) => mode.mode === 'accompany');
    expect(accompany.filter((mode) => mode.defaultPrivacy !== 'metrics')).toEqual([]);
  });

  it('offers each mode, perspective and suggested item once', () => {
    expect(repeated(programme.modes.map(({ mode }) => mode))).toEqual([]);
    expect(repeated(programme.perspectives.map(({ perspective }) => perspective))).toEqual([]);
    expect(repeated(programme.suggestedItems.map(({ name }) => name))).toEqual([]);
  });

  it('walks only portals whose profile exists', () => {
    const known = readSites().map((site) => site.id);
    expect(programme.siteProfiles.filter((id) => !known.includes(id))).toEqual([]);
    expect(programme.siteProfiles.length).toBeGreaterThan(0);
  });

  it('marks the items of the practice portal as practice, and gives no other item a practice code', () => {
    const practice = programme.suggestedItems.filter((item) => item.name.startsWith(practiceMark));
    expect(practice).not.toEqual([]);
    for (const { name, code } of practice) {
      expect(practiceItems.find((item) => item.code === code)?.name).toBe(name.slice(practiceMark.length));
    }
    const practiceCodes = new Set(practiceItems.map((item) => item.code));
    const others = programme.suggestedItems.filter((item) => !practice.includes(item));
    expect(others.filter((item) => practiceCodes.has(item.code ?? ''))).toEqual([]);
  });
});

describe('the programme folder', () => {
  it('lists every pack in its index', () => {
    const files = readdirSync(new URL('../../../public/programmes/', import.meta.url));
    expect([...readIndex('programmes'), 'index.json'].sort()).toEqual(files.sort());
  });

  it('brings the eleven checklists with their 209 check items, each in one programme', () => {
    const ids = readProgrammes().flatMap((programme) =>
      programme.checklists.map((checklist) => checklist.id),
    );
    expect(ids.sort()).toEqual(Object.keys(expected).sort());
    expect(ids).toHaveLength(11);
    const items = readProgrammes().flatMap(({ checklists }) =>
      checklists.flatMap(({ dimensions }) => dimensions.flatMap((dimension) => dimension.items)),
    );
    expect(items).toHaveLength(209);
    const seen = (how: string) => items.filter((item) => item.observability === how).length;
    expect([seen('direct'), seen('assisted'), seen('manual'), seen('none')]).toEqual([50, 94, 8, 57]);
    expect(items.filter((item) => item.derived)).toHaveLength(16);
  });

  it('words the closed loop as each document does', () => {
    expect(readProgrammes().map(({ id, closedLoop }) => [id, closedLoop])).toEqual([
      ['weihai-2023', '体验、反馈、优化、评价'],
      ['liaoning-2023', '体验-反馈-整改-评价'],
      ['liaoning-hr-2023', '体验-反馈-整改-评价'],
      ['yunfu-2022', '体验、评价、反馈、整改、核验'],
      ['press-practices', '体验—反馈—整改—评价'],
    ]);
  });

  it('names every list of each document: the fourth of Liaoning, and the two names that human resources has for one', () => {
    const lists = (id: string) => readProgramme(`${id}.json`).listNames;
    expect(lists('liaoning-2023').optimisations).toBe('优化清单');
    expect(lists('liaoning-hr-2023')).toMatchObject({
      measures: '整改措施清单',
      measuresAlso: '优化措施清单',
    });
  });

  it('has every problem of Liaoning solved in time and struck off, not some of them', () => {
    const { disposals, rules } = readProgramme('liaoning-2023.json');
    expect(disposals).toEqual([{ kind: 'common', label: '自查自纠、完善提升' }]);
    expect(rules.join()).toContain('实行限时解决、销号管理');
  });

  it('says how many human resources sends and invites', () => {
    const { rules, officers } = readProgramme('liaoning-hr-2023.json');
    expect(rules.join()).toContain('各业务处（室、局）至少指派1人');
    expect(officers?.quotas.join()).toMatch(/至少邀请10名，需包含退休人员.*至少邀请5名/);
  });

  it('offers as aims the sources and topics that each document names', () => {
    const asks = (id: string) =>
      readProgramme(`${id}.json`)
        .phases.filter(({ phase }) => phase === 'before')
        .flatMap((phase) => phase.asks)
        .join();
    for (const source of ['投诉建议系统', '“好差评”', '12345热线', '“办不成事”反映窗口'])
      expect(asks('weihai-2023')).toContain(source);
    for (const source of ['“12345”平台', '“好差评”', '“办不成事”反映窗口']) {
      expect(asks('liaoning-2023')).toContain(source);
      expect(asks('liaoning-hr-2023')).toContain(source);
    }
    expect(asks('liaoning-hr-2023')).toContain('信访窗口');
    for (const topic of ['“一窗通办”', '“跨域通办”', '“办不成事”', '12345', '群众的呼声、建议和诉求'])
      expect(asks('yunfu-2022')).toContain(topic);
  });

  it('has each document’s own stages: 资料审核 in one, 资料预审 in others, no 认证 for human resources', () => {
    const labels = (id: string, list: string) =>
      readProgramme(`${id}.json`)
        .stageLists.find((each) => each.id === list)
        ?.stages.map(({ label }) => label)
        .join('、');
    expect(labels('weihai-2023', 'accompany')).toBe('申报辅导、资料审核、受理审批、结果反馈');
    expect(labels('liaoning-2023', 'accompany')).toBe('申报辅导、资料预审、受理审批、结果反馈');
    expect(labels('liaoning-2023', 'online')).toBe('注册、登录、认证、办理、反馈');
    expect(labels('liaoning-hr-2023', 'online')).toBe('注册、登录、办理、反馈');
    expect(labels('yunfu-2022', 'on-site')).toBe(
      '咨询、现场取号、等候叫号、填写表格、提交申报材料、领取证件、回访评价',
    );
  });

  it('keeps the distances of the deadlines: from 2023-09-26 the first of Weihai fall as its document says', () => {
    const days = (id: string, startsOn: string) =>
      readProgramme(`${id}.json`).deliverables.map(({ due }) => dueOn(due, startsOn, startsOn)?.slice(5));
    expect(days('weihai-2023', '2023-09-26')).toEqual([
      '10-10',
      '10-20',
      '10-20',
      '11-10',
      '11-10',
      '11-10',
      '11-15',
    ]);
    expect(days('liaoning-2023', '2023-09-28')).toEqual(['10-20', '10-31', '12-10', '12-20']);
    expect(days('liaoning-hr-2023', '2023-10-13')).toEqual(['10-25', '10-25', '12-10', '12-15']);
    expect(days('yunfu-2022', '2030-08-10')).toEqual([undefined, undefined, '12-31']);
  });

  it('asks "is the cost high" with yes for bad but "is the efficiency high" with yes for good', () => {
    const high = readProgrammes()
      .flatMap((programme) => programme.checklists.flatMap((checklist) => checklist.dimensions))
      .filter((dimension) => dimension.name === '高不高');
    expect(high.map(({ id, polarity }) => [id, polarity])).toEqual([
      ['ln2023-5q.gao-cost', 'yes-is-bad'],
      ['lnrs2023-4q.gao-cost', 'yes-is-bad'],
      ['xh-4q.gao-eff', 'yes-is-good'],
    ]);
  });

  it('marks the reverse items of the cost dimensions', () => {
    const cost = readProgrammes()
      .flatMap((programme) => programme.checklists.flatMap((checklist) => checklist.dimensions))
      .filter((dimension) => dimension.id.endsWith('.gao-cost'));
    const straight = cost.flatMap((dimension) => found(dimension.items, (item) => !item.reverse));
    expect(straight).toEqual(['ln2023-5q.gao-cost.01', 'lnrs2023-4q.gao-cost.01', 'lnrs2023-4q.gao-cost.07']);
  });

  it('marks "is there…" items as reverse wherever else they stand', () => {
    const elsewhere = readProgrammes()
      .flatMap((programme) => programme.checklists.flatMap((checklist) => checklist.dimensions))
      .filter((dimension) => !dimension.id.endsWith('.gao-cost'))
      .flatMap((dimension) => found(dimension.items, (item) => item.reverse));
    expect(elsewhere).toEqual(['ln2023-5q.kuai.04', 'ln2023-5q.kuai.05', 'ln2023-5q.kuai.06']);
  });
});
