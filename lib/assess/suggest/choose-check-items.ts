import type { CheckItem, Checklist } from '../../model/checklist.ts';
import type { SignalCode } from '../../model/signal.ts';
import type { Stage } from '../../model/stage.ts';
import { kindred } from './suggestion-rules.ts';

/** Words by which a check item says that it is about a stage. */
const stageWords: Partial<Record<Stage, RegExp>> = {
  find: /指南|指引|查找|搜索|入口|导/,
  register: /注册|登录/,
  login: /登录|认证|身份/,
  verify: /认证|核验|登录/,
  consult: /咨询/,
  appoint: /预约/,
  apply: /申请|填|办理|申报|表/,
  material: /材料|提交|上传/,
  progress: /进度|查询/,
  result: /结果|送达|领取/,
  rate: /评价/,
};
/** Words by which an item says that it is about what a signal measures. */
const signalWords: Partial<Record<SignalCode, RegExp>> = {
  dead_link: /链接|指南|入口/,
  login_repeat: /登录|认证|融合/,
  duplicate_entry: /共享|重复|填/,
  material_rerequest: /材料/,
  material_shareable: /共享|材料|证照/,
  guide_mismatch: /指南|准/,
  guide_field_missing: /指南|准|全/,
  channel_switch: /网办|跑|窗口/,
  captcha_count: /登录|注册|认证|验证/,
  session_timeout: /登录/,
  file_reject: /材料|上传/,
  http_error: /联通|便|线上|系统/,
};

export type ChosenItems = { checkItems: { id: string; dimensionId: string }[]; kindred: boolean };

/**
 * The check items of a programme that name a signal, the fittest first: those that speak of the matter or of the stage,
 * that a recorder sees directly, and that name few other signals. Where none names it, those of a kindred signal.
 */
export function chooseCheckItems(
  checklists: readonly Checklist[],
  codes: readonly SignalCode[],
  stage: Stage | undefined,
): ChosenItems {
  const [code] = codes;
  const named = rank(checklists, codes, code, stage);
  if (named.length || !code) return { checkItems: named, kindred: false };
  for (const group of kindred.filter((each) => each.includes(code)))
    for (const other of group) {
      const found = rank(checklists, [other], code, stage);
      if (found.length) return { checkItems: found, kindred: true };
    }
  return { checkItems: [], kindred: true };
}

function rank(
  checklists: readonly Checklist[],
  codes: readonly SignalCode[],
  code: SignalCode | undefined,
  stage: Stage | undefined,
): ChosenItems['checkItems'] {
  const scored = checklists.flatMap((list, order) =>
    list.dimensions.flatMap(({ id: dimensionId, items }) =>
      items.flatMap((item) => {
        const names = codes.findIndex((each) => item.signals.includes(each));
        if (names === -1) return [];
        return [
          { id: item.id, dimensionId, score: scoreOf(item, code, stage) - names * 4 - order * listsApart },
        ];
      }),
    ),
  );
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, 8)
    .map(({ id, dimensionId }) => ({ id, dimensionId }));
}

/** The first checklist is the programme's own question; those after it are about single topics. */
const listsApart = 1.5;

const seen: Record<CheckItem['observability'], number> = { direct: 2, assisted: 1, manual: 0, none: -1 };

function scoreOf(item: CheckItem, code: SignalCode | undefined, stage: Stage | undefined): number {
  const matter = code && signalWords[code]?.test(item.text) ? 4 : 0;
  const place = stage && stageWords[stage]?.test(item.text) ? 2 : 0;
  return matter + place + seen[item.observability] - item.signals.length * 0.2;
}
