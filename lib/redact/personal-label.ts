import { kindOfKey } from './label-keys.ts';
import { LABELS, OFFICE } from './labels.ts';
import { normalise } from './normalise.ts';
import { onFirstUse } from './on-first-use.ts';
import { words } from './words.ts';

const LONGEST_LABEL = 20;

const known = onFirstUse(() => {
  const exact = new Map<string, string>();
  const endings = new Map<string, string>();
  for (const group of LABELS) {
    const own = words(group.words);
    for (const word of [...own, ...(group.exact ? words(group.exact) : [])])
      if (!exact.has(word)) exact.set(word, group.kind);
    for (const word of own) if (!endings.has(word)) endings.set(word, group.kind);
  }
  const lastChars = new Set([...exact.keys()].map((word) => word.slice(-1)));
  const longest = Math.max(...[...endings.keys()].map((word) => word.length));
  return { exact, endings, lastChars, longest };
});
const TAIL = /[\s:：*]{1,8}$/;
const LEADS_SO = '请输填选录您你本我';
const LEAD = /^(?:请您?)?(?:输入|填写|选择|录入)?(?:您的?|你的?|本人的?|我的)?/;

/** What stands before a role or an account: "当前申请人", "第二联系人", "单位经办人". */
const LEAD_OF_ROLE =
  /^(?:当前|本次|此次|本|该|现任?|原|新|被|主要?|共同|其[他它]|第[一二三四五\d]|企业|单位|公司|项目|业务|备用|默认|已选|登录|法定|委托|演练|个人|统一)+/;
const ROLES_LEAD_SO = '当本次此该现任原新被主共同其第企单公项业备默已选登法委演个统';
/** These name a company, not a person, when a company stands before them. */
const OF_COMPANY = /^(?:名字|户名|开户名|账户名|账号|帐号)$/;

/** A label without stars, colons, brackets and politeness: "* 请输入您的手机号（必填）：" is "手机号". */
export function bareLabel(label: string): string {
  const close = normalise(label).replace(/[\s*:\u200b]/g, '');
  const hasBrackets = close.includes('(') || close.includes('【');
  const plain = hasBrackets ? close.replace(/\([^()]{0,20}\)|【[^】]{0,20}】/g, '') : close;
  return LEADS_SO.includes(plain[0] ?? ' ') ? plain.replace(LEAD, '') || plain : plain;
}

function kindOfWords(label: string): string | undefined {
  const { exact, endings, longest } = known();
  const whole = exact.get(label);
  if (whole) return whole;
  for (let length = Math.min(longest, label.length - 1); length >= 2; length -= 1) {
    const kind = endings.get(label.slice(-length));
    if (kind) return kind;
  }
  if (!ROLES_LEAD_SO.includes(label[0] ?? ' ')) return undefined;
  const role = label.replace(LEAD_OF_ROLE, '');
  if (role === label || (OF_COMPANY.test(role) && /企业|单位|公司/.test(label))) return undefined;
  return exact.get(role);
}

/** Pages write the same labels again and again. */
const MOST_ANSWERS = 500;
const answers = onFirstUse(() => new Map<string, string>());

/** Cheap refusal of almost every text on a page: its last letter ends no label. */
function mayEndALabel(label: string): boolean {
  let at = label.length - 1;
  while (at > 0 && ' \n\t:：*＊\u00a0\u3000'.includes(label[at] ?? '')) at -= 1;
  const last = label[at] ?? '';
  return known().lastChars.has(last) || ')）】'.includes(last);
}

/**
 * Kind of personal datum a field label or technical field name announces, or undefined. Telephone and address
 * labels of offices (咨询电话, 办理地址) are not personal.
 */
export function isPersonalLabel(label: string): string | undefined {
  if (label.length > 60) return undefined;
  if (label.charCodeAt(0) < 0x7f) {
    const plain = label.replace(TAIL, '');
    if (/^[\x20-\x7e]+$/.test(plain))
      return kindOfKey(plain) ?? known().exact.get(plain.trim().toLowerCase());
  }
  if (!mayEndALabel(label)) return undefined;
  const kept = answers().get(label);
  if (kept !== undefined) return kept || undefined;
  const kind = kindOfBare(bareLabel(label));
  if (answers().size >= MOST_ANSWERS) answers().clear();
  answers().set(label, kind ?? '');
  return kind;
}

function kindOfBare(bare: string): string | undefined {
  if (bare.length < 2 || bare.length > LONGEST_LABEL || !known().lastChars.has(bare.slice(-1)))
    return undefined;
  const kind = kindOfWords(bare);
  const ofOffice =
    (kind === 'phone' || kind === 'landline' || kind === 'address' || kind === 'email') && OFFICE.test(bare);
  return ofOffice ? undefined : kind;
}
