import { Programme } from '../../../lib/model/programme.ts';

/** A small programme with two checklists whose dimensions share a name but not an id. */
export const programme = Programme.parse({
  id: 'test-programme',
  version: '1.0.0',
  title: '云岭省走流程工作方案（测试）',
  shortTitle: '云岭走流程',
  issuer: '云岭省测试办公室',
  modes: [
    { mode: 'self', label: '亲自办' },
    { mode: 'accompany', label: '陪同办', defaultPrivacy: 'metrics' },
  ],
  perspectives: [{ perspective: 'citizen', label: '群众' }],
  checklists: [
    {
      id: 'a',
      title: '“两问”：通不通、高不高',
      dimensions: [
        {
          id: 'a.tong',
          name: '通不通',
          question: '流程通吗',
          polarity: 'yes-is-good',
          items: [
            { id: 'a.tong.01', text: '窗口叫号是否顺畅', observability: 'none' },
            { id: 'a.tong.02', text: '线上登录是否简便', observability: 'direct' },
            { id: 'a.tong.03', text: '申报材料是否精简', observability: 'assisted' },
          ],
        },
        {
          id: 'a.gao',
          name: '高不高',
          polarity: 'yes-is-bad',
          items: [{ id: 'a.gao.01', text: '办事成本高不高', observability: 'manual' }],
        },
      ],
    },
    {
      id: 'b',
      title: '效率',
      dimensions: [
        {
          id: 'b.gao',
          name: '高不高',
          polarity: 'yes-is-good',
          items: [{ id: 'b.gao.01', text: '线上办理效率高不高', observability: 'direct' }],
        },
      ],
    },
  ],
  listNames: { problems: '问题清单', needs: '需求清单', measures: '整改措施清单' },
  suggestedItems: [{ name: '社会保障卡补领', code: 'YL-0001' }],
});
