import { describe, expect, it } from 'vitest';
import { makeForm } from '../../../../lib/export/lists/make-form.ts';
import { perspectiveWord } from '../../../../lib/export/lists/words.ts';
import type { Aim } from '../../../../lib/model/aim.ts';
import type { FormKind } from '../../../../lib/model/form-kind.ts';
import type { FormSource, FormTable } from '../../../../lib/model/official-form.ts';
import type { Programme } from '../../../../lib/model/programme.ts';
import { type Disposal, emptyRectification } from '../../../../lib/model/rectification.ts';
import type { Session } from '../../../../lib/model/session.ts';
import { about, formSource } from '../../../support/form-sources.ts';
import { readProgramme } from '../../packs/read-packs.ts';

const weihai = readProgramme('weihai-2023.json');
const yunfu = readProgramme('yunfu-2022.json');
const under = (
  programme: Programme,
  disposal: Disposal = 'by-date',
  session: Partial<Session> = {},
): FormSource => {
  const { id, version, title } = programme;
  const point = { note: '慢', rectification: { ...emptyRectification, disposal } };
  return { ...formSource('ws-1', { programme: { id, version, title }, ...session }, [point]), programme };
};
const formOf = (kind: FormKind, ...sources: FormSource[]) => makeForm(kind, sources, about).form;
const tableOf = (kind: FormKind, ...sources: FormSource[]): FormTable => {
  const table = formOf(kind, ...sources).blocks.find(({ what }) => what === 'table');
  if (table?.what !== 'table') throw new Error('no table');
  return table;
};
const titlesOf = (kind: FormKind, ...sources: FormSource[]) =>
  tableOf(kind, ...sources).columns.map(({ title }) => title);

describe('the lists are called as the programme calls them', () => {
  it('Weihai: 问题清单和改进台账, with 意见建议 and 改进措施 beside the problems', () => {
    expect(formOf('problem-list', under(weihai)).title).toBe('“我陪群众走流程”问题清单和改进台账');
    expect(titlesOf('problem-list', under(weihai))).toEqual(expect.arrayContaining(['意见建议', '改进措施']));
    expect(titlesOf('three-lists', under(weihai)).slice(3, 6)).toEqual(['问题清单', '意见建议', '改进台账']);
  });

  it('Yunfu: 问题台账 on sheet and title, with 整改落实', () => {
    expect(formOf('problem-list', under(yunfu)).title).toBe('“我陪群众走流程”问题台账');
    expect(tableOf('problem-list', under(yunfu)).sheet).toBe('问题台账');
    expect(titlesOf('problem-list', under(yunfu))).toContain('整改落实');
  });

  it('without a programme as 附件4 calls them', () => {
    expect(titlesOf('three-lists').slice(3, 6)).toEqual(['问题清单', '需求清单', '整改措施清单']);
  });
});

it.each([
  [weihai, 'at-once', '立行立改'],
  [weihai, 'by-date', '制定计划、明确时限'],
  [weihai, 'standing-rule', '解决一类问题'],
  [yunfu, 'by-date', '明确整改时限'],
  [yunfu, 'standing-rule', '共性问题（建章立制）'],
  [yunfu, 'undecided', '待定'],
] as const)(
  'a disposal is worded by its programme, and plainly where it has no word',
  (programme, disposal, word) => {
    expect(tableOf('problem-list', under(programme, disposal)).rows[0]?.[7]).toBe(word);
  },
);

it.each(['recorded', 'by-hand'] as const)(
  'a perspective is called as the programme calls it (%s)',
  (entry) => {
    const facts = (programme: Programme, perspective: Session['perspective']) =>
      tableOf('session-report', under(programme, 'by-date', { perspective, entry })).rows.find((row) =>
        row.includes('身份视角'),
      )?.[3];
    expect(facts(weihai, 'helper')).toBe('陪同人员');
    expect(facts(yunfu, 'supervisor')).toBe('行业特邀监督员');
    expect(perspectiveWord('enforcer', yunfu)).toBe('执法人员');
  },
);

describe('where the programme is here no more', () => {
  const gone = (aims: Aim[] = []): FormSource => ({
    ...formSource('ws-1', { aims }, [{ moreCheckItems: [] }]),
    programme: undefined,
  });

  it('a problem without words says so with the programme’s name, and no form shows a bare id', () => {
    const said =
      '工作方案“依托全省一体化政务服务平台开展人社领域“我陪群众走流程”“政务服务体验员”工作方案”1.3.0版不在本机，条目名称未知';
    const [row] = tableOf('problem-list', gone()).rows;
    expect(row?.[3]).toBe(`问题没有文字说明（${said}）`);
    expect(row?.[4]).toBe(said);
    for (const kind of [
      'problem-list',
      'three-lists',
      'phase-summary',
      'work-report',
      'session-report',
    ] as const)
      expect(JSON.stringify(formOf(kind, gone()))).not.toContain('lnrs2023');
  });

  it('the walk’s own aims still name their check item', () => {
    const aim: Aim = {
      id: 'a1',
      text: '线上登录简不简便',
      from: 'check-item',
      checkItemId: 'lnrs2023-4q.tong.01',
      state: 'found',
      painPointIds: ['ws-1-p1'],
    };
    const [row] = tableOf('problem-list', gone([aim])).rows;
    expect(row?.[3]).toBe('“线上登录简不简便”方面存在问题');
    expect(row?.[4]).toBe('线上登录简不简便');
  });
});
