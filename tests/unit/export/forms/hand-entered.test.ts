import { describe, expect, it } from 'vitest';
import { makeForm } from '../../../../lib/export/lists/make-form.ts';
import type { FormKind } from '../../../../lib/model/form-kind.ts';
import type { FormSource } from '../../../../lib/model/official-form.ts';
import type { Session } from '../../../../lib/model/session.ts';
import { nothingStated } from '../../../../lib/model/stated-walk.ts';
import { about, exampleSources, formSource } from '../../../support/form-sources.ts';

const startedAt = Date.UTC(2026, 4, 16, 1, 30);
const byHand: Partial<Session> = {
  startedAt,
  entry: 'by-hand',
  channel: '辽事通 APP',
  channelKind: 'app',
  stated: {
    platform: '辽事通',
    place: '',
    steps: [{ id: 'n1', name: '刷脸登录', stage: 'login', minutes: 10, note: '刷了三次' }],
    materials: ['身份证', '失业证明'],
    visits: 2,
    met: ['客服人员'],
    remarks: '',
  },
};
const stated = formSource('3f9a1c20-77de-4a10-8c11-000000000001', byHand, [
  { note: '刷脸三次才通过', stepId: 'n1', screenshotId: 'f1' },
]);
const clean = formSource('3f9a1c20-77de-4a10-8c11-000000000002', {
  ...byHand,
  channel: '办事窗口',
  channelKind: 'window',
});
const rows = (kind: FormKind, sources: FormSource[]) =>
  makeForm(kind, sources, about).form.blocks.flatMap((block) => (block.what === 'table' ? block.rows : []));

describe('a walk entered by hand in the forms', () => {
  it('附件4 prints its platform and kind below the item, and its evidence as stated, without a replay', () => {
    const [recorded, hand, counter] = rows('three-lists', [...exampleSources().slice(0, 1), stated, clean]);
    expect(recorded?.[8]).toMatchObject([expect.stringContaining('回放'), expect.any(String)]);
    expect(hand?.[1]).toBe('“失业再就业”一件事一次办\n(辽事通APP)');
    expect(hand?.[8]).toEqual(['1. 记录3f9a1c20 人工补记，有照片']);
    expect(counter?.[8]).toEqual(['记录3f9a1c20（2026年5月16日，人工补记）']);
  });

  it('the list of walked items says so beside the channel and never joins it with recorded walks', () => {
    const [item] = rows('walked-items', [stated]);
    expect(item?.[5]).toBe('辽事通APP\n(人工补记)');
    const both = rows('walked-items', [stated, formSource('r1', { startedAt, channel: '辽事通 APP' })]);
    expect(both.map((row) => row[5])).toEqual(['辽事通APP\n(人工补记)', '辽事通APP']);
  });

  it('the problem list takes the stage from the step that was named', () => {
    const [problem] = rows('problem-list', [stated]);
    expect(problem?.[2]).toBe('登录');
    expect(problem?.[12]).toContain('人工补记');
  });

  it('the phase summary counts it apart', () => {
    const { form } = makeForm('phase-summary', [...exampleSources(), stated], about);
    const [first] = form.blocks;
    expect(first?.what === 'text' && first.paragraphs[0]).toContain('其中人工补记1次');
  });

  it('its report says of which activity it was part, where it was of one', () => {
    const words = (source: FormSource) => JSON.stringify(makeForm('session-report', [source], about).form);
    const openDay = {
      ...stated.report.session,
      stated: { ...nothingStated, activity: '组织一次开放日活动' },
    };
    expect(words({ ...stated, report: { ...stated.report, session: openDay } })).toContain(
      '"所属活动","组织一次开放日活动"',
    );
    expect(words(stated)).not.toContain('所属活动');
  });

  it('its report has stated minutes, no measured time, no timeline and no click path', () => {
    const { form } = makeForm('session-report', [stated], about);
    expect(form.blocks.map(({ what }) => what)).toEqual(['table', 'table', 'table', 'text']);
    const text = JSON.stringify(form.blocks);
    expect(text).toContain('约10');
    expect(text).toContain('没有录制和计时');
    expect(text).not.toContain('由浏览器计时');
    expect(text).not.toContain('用时（不含暂停）');
  });
});
