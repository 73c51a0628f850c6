import { describe, expect, it } from 'vitest';
import { findMissing } from '../../../../lib/export/lists/find-missing.ts';
import { makeForm } from '../../../../lib/export/lists/make-form.ts';
import { checkProgramme } from '../../../../lib/model/check-programme.ts';
import type { FormKind } from '../../../../lib/model/form-kind.ts';
import type { FormPerson } from '../../../../lib/model/form-person.ts';
import { Officers, officerChoices } from '../../../../lib/model/officers.ts';
import type { FormAbout, FormSource } from '../../../../lib/model/official-form.ts';
import type { Session } from '../../../../lib/model/session.ts';
import {
  about,
  exampleSources,
  formSource,
  leaderSource,
  officerOfCentre,
  officerSource,
  officersProgramme,
} from '../../../support/form-sources.ts';
import { readProgrammes } from '../../packs/read-packs.ts';

const rowsOf = (kind: FormKind, sources: FormSource[], more: Partial<FormAbout> = {}) =>
  makeForm(kind, sources, { ...about, ...more }).form.blocks.flatMap((block) =>
    block.what === 'table' ? block.rows : [],
  );
const missingOf = (sources: FormSource[], more: Partial<FormAbout> = {}) =>
  findMissing('officer-registration', sources, { ...about, ...more }).map(
    ({ field, of, count }) => `${field} ${of} ${count}`,
  );
const walkedBy = (source: FormSource, session: Partial<Session>): FormSource => ({
  ...source,
  report: { ...source.report, session: { ...source.report.session, ...session } },
});

describe('category and way of recruiting', () => {
  const walker = { ...officerSource().report.session.walker, category: '网格员', recruitment: '单位推荐' };

  it('are printed of an officer whose walk says them, once however often they walked', () => {
    const before = officerSource();
    const after = walkedBy(officerSource(), { walker, startedAt: before.report.session.startedAt + 1 });
    expect(rowsOf('officer-registration', [before, after])).toEqual([
      ['1', '体验员03', '网格员', '单位推荐', '青溪市某社区', '网格员', '', ''],
    ]);
    expect(missingOf([before, after])).toEqual(['officerContact paper 1']);
  });

  it('are missed by the number of officers and not of walks', () => {
    expect(missingOf([officerSource(), officerSource(), ...exampleSources()])).toEqual([
      'officerCategory person 1',
      'officerRecruitment person 1',
      'officerContact paper 1',
    ]);
  });

  it('can be chosen as the packs name them, the one in use first and each word once', () => {
    const { categories, recruitment } = officerChoices(readProgrammes(), 'yunfu-2022');
    expect(categories.slice(0, 4)).toEqual(['群众代表', '企业代表', '单位代表', '行业特邀监督员']);
    expect(recruitment.slice(0, 2)).toEqual(['单位推荐', '个人自荐']);
    expect(new Set(categories).size).toBe(categories.length);
    expect(categories).toContain('人大代表');
  });
});

describe('who walks as an officer', () => {
  const own = (mode: Session['mode']) => walkedBy(officerOfCentre(), { mode });

  it.each(['experience', 'self', 'crossRegion', 'supervise', 'other'] as const)(
    'is said by the programme: 体验官 of Yunfu in %s too, and no official',
    (mode) => {
      expect(rowsOf('officer-registration', [own(mode)]).map((row) => row[1])).toEqual(['体验员03']);
      expect(
        rowsOf('staff-list', [own(mode)])
          .flatMap((row) => row.slice(1))
          .join(''),
      ).toBe('');
      expect(makeForm('recommendation', [own(mode)], about).form.blocks[0]).toMatchObject({
        sheet: '体验员03',
      });
      const leader = walkedBy(own(mode), { walker: leaderSource().report.session.walker });
      expect(rowsOf('leaders', [leader])[0]?.[2]).toBe('');
    },
  );

  it('is by 体验办 alone where the programme says nothing', () => {
    const self = walkedBy(officerSource(), { mode: 'self' });
    expect(rowsOf('officer-registration', [self])[0]?.[1]).toBe('');
    expect(rowsOf('staff-list', [self])[0]?.[1]).toBe('体验员03');
  });

  it('may name only modes that the programme has', () => {
    const officers = Officers.parse({ title: '体验官', modes: ['track'] });
    expect(checkProgramme({ ...officersProgramme, officers })).toEqual([
      { path: ['officers', 'modes', 0], code: 'modeUnknown', values: ['track'] },
    ]);
  });
});

describe('people who have not walked yet', () => {
  const person = (more: Partial<FormPerson>): FormPerson => ({
    as: 'official',
    unit: about.unit,
    name: '孙九',
    position: '副厅长',
    contact: '0990-11222',
    ...more,
  });

  it('stand below those who walked, and alone where nobody did', () => {
    const people = [person({})];
    expect(rowsOf('staff-list', exampleSources(), { people }).map((row) => row.slice(1, 4))).toEqual([
      ['张三', '一级主任科员', '0990-54321'],
      ['赵六', '副处长', ''],
      ['孙九', '副厅长', '0990-11222'],
    ]);
    expect(rowsOf('staff-list', [], { people })).toEqual([['1', '孙九', '副厅长', '0990-11222', '']]);
    expect(rowsOf('leaders', [], { people })).toEqual([['1', '副厅长', '孙九', '']]);
  });

  it('are counted once when they have walked, and fill in what their walk leaves out', () => {
    const people = [person({ name: '赵六', position: '处长', contact: '0990-11333' })];
    expect(rowsOf('staff-list', exampleSources(), { people })[1]).toEqual([
      '2',
      '赵六',
      '副处长',
      '0990-11333',
      '',
    ]);
  });

  it('as officers stand in the officers’ forms and in no list of officials', () => {
    const people = [
      person({ as: 'officer', name: '体验员09', category: '专家学者', recruitment: '定向邀约' }),
    ];
    expect(rowsOf('staff-list', [], { people })[0]?.[1]).toBe('');
    expect(rowsOf('officer-registration', [], { people })).toEqual([
      ['1', '体验员09', '专家学者', '定向邀约', about.unit, '副厅长', '', ''],
    ]);
    expect(missingOf([], { people })).toEqual(['officerContact paper 1']);
  });
});

describe('the number of an annex', () => {
  const annexOf = (kind: FormKind, sources: FormSource[], more: Partial<FormAbout> = {}) =>
    makeForm(kind, sources, { ...about, ...more }).form.annex;

  it('is printed under the document that numbers the form, and under no other', () => {
    expect(annexOf('three-lists', exampleSources())).toBe('附件4');
    expect(annexOf('staff-list', exampleSources())).toBe('附件2');
    expect(annexOf('leaders', exampleSources())).toBe('附件1');
    for (const kind of ['three-lists', 'staff-list', 'leaders'] as const) {
      expect(annexOf(kind, [officerOfCentre()])).toBe('');
      expect(annexOf(kind, [...exampleSources(), officerOfCentre()])).toBe('');
    }
  });

  it('of a form without a session is that of the programme in use', () => {
    expect(annexOf('staff-list', [])).toBe('');
    expect(annexOf('staff-list', [], { programme: exampleSources()[0]?.programme })).toBe('附件2');
    expect(annexOf('recommendation', [], { programme: officersProgramme })).toBe('附件1');
  });
});

it('two people of one name and post in two units are two people', () => {
  const elsewhere = formSource('ws-9', {
    walker: { unit: '青溪市税务局', name: '张三', position: '一级主任科员', contact: '' },
  });
  const { blocks } = makeForm('phase-summary', [...exampleSources(), elsewhere], about).form;
  expect(JSON.stringify(blocks[0])).toContain('走流程人员3人');
  expect(rowsOf('phase-summary', [...exampleSources(), elsewhere]).map((row) => [row[0], row[3]])).toEqual([
    ['亲自办', '2'],
    ['跨域办', '1'],
    ['合计', '3'],
  ]);
});
