import type { FormAbout, FormGrid, FormGridCell, FormSource } from '../../model/official-form.ts';
import type { Walker } from '../../model/walker.ts';
import { officersOf } from './people-list.ts';
import { programmeOf } from './programme-of.ts';

/** Whose form it is: recommended by a unit, or put forward by themselves. */
export type RecommendedBy = 'unit' | 'self';

const label = (text: string, more: Partial<FormGridCell> = {}): FormGridCell => ({
  text,
  label: true,
  ...more,
});
const value = (text: string, more: Partial<FormGridCell> = {}): FormGridCell => ({
  text,
  align: 'center',
  ...more,
});
const seal = (): FormGridCell =>
  value('（盖章）\n年\u3000\u3000月\u3000\u3000日', { span: 6, align: 'right' });

/**
 * 体验官推荐表, 自荐表: the cells of the document, of which a record knows three: name, unit, post. What is personal
 * beyond that is kept by nobody here; its cells stay empty, which the dialog says. A page for each officer, or a blank one.
 */
export function recommendations(
  sources: readonly FormSource[],
  by: RecommendedBy,
  about: FormAbout,
): FormGrid[] {
  const officers = officersOf(sources, about);
  const blank: Walker = { name: '', unit: '', position: '', contact: '' };
  const centre = shortCentre(centreOf(sources, about));
  return (officers.length ? officers : [blank]).map((officer) => gridOf(officer, by, centre));
}

function gridOf({ name, unit, position }: Walker, by: RecommendedBy, centre: string): FormGrid {
  return {
    what: 'grid',
    sheet: name || (by === 'unit' ? '推荐表' : '自荐表'),
    widths: [14, 13, 13, 11, 13, 12, 16],
    rows: [
      {
        lines: 2,
        cells: [
          label('姓名'),
          value(name),
          label('性别'),
          value(''),
          label('出生日期'),
          value(''),
          label('个人证件照', { down: 3 }),
        ],
      },
      {
        lines: 2,
        cells: [label('民族'), value(''), label('学历'), value(''), label('政治面貌'), value('')],
      },
      { lines: 2, cells: [label('健康状况'), value(''), label('联系方式'), value('', { span: 3 })] },
      {
        lines: 2,
        cells: [label('工作单位'), value(unit, { span: 3 }), label('职务'), value(position, { span: 2 })],
      },
      { lines: 2, cells: [label('通信地址'), value('', { span: 6 })] },
      { lines: 9, cells: [label('个人简历'), value('', { span: 6, align: 'left' })] },
      ...(by === 'unit' ? [{ lines: 5, cells: [label('推荐单位意见'), seal()] }] : []),
      { lines: 5, cells: [label(`${centre}意见`), seal()] },
    ],
    notes: [`此表一式三份，个人、${by === 'unit' ? '所在单位' : '所在社区（街道）'}、${centre}各留一份。`],
  };
}

/** The service centre that decides, as the title names it; empty where the programme is of somebody else. */
export function centreOf(sources: readonly FormSource[], about: FormAbout): string {
  const issuers = [programmeOf(sources, about), ...sources.map(({ programme }) => programme)].map(
    (each) => each?.issuer ?? '',
  );
  return issuers.find((each) => /行政服务中心$/.test(each))?.replace('人民政府', '') ?? '';
}

const shortCentre = (centre: string) => /[省市县区]行政服务中心$/.exec(centre)?.[0] ?? '审定单位';
