import { words } from './words.ts';

const WORDS = words(`
  办件编号 办件号 办件编码 受理编号 受理号 受理单号 申报号 申报编号 申请编号 申请号 业务流水号 流水号 业务号 业务编号 查询码
  案件编号 案卷号 工单号 工单编号 订单号 订单编号 收件号 收件编号 项目编号 预约号 预约编号 回执编号 caseno projectno sblsh bjbh slbh
`);

/** Labels of numbers that lead to one case, for policies that mask them. */
export const caseLabels: Record<string, string> = Object.fromEntries(
  WORDS.map((word) => [word, 'case-number']),
);
