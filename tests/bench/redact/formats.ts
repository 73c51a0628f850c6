import { type Dice, two } from './dice.ts';
import * as make from './fictitious.ts';

/**
 * One way to write one kind of personal datum. With `bare` its shape is enough anywhere; else it is planted only where
 * a label, a key or the sentence says what it is. `sentences` hold it as `{}` and are the format's own.
 */
export type Format = {
  name: string;
  write(dice: Dice): string;
  bare?: true;
  labels: string[];
  keys: string[];
  sentences?: string[];
  /** Not a number and not a name: stands in no URL path and no data attribute of its own. */
  textOnly?: true;
  /** Needs the redactor with the strictest policy. */
  strict?: true;
};

const groups = (text: string, lengths: number[], gap: string) => {
  let at = 0;
  return lengths.map((length) => text.slice(at, (at += length))).join(gap);
};
const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const ID = {
  labels: ['身份证号', '居民身份证号码', '公民身份号码', '证件号码', '申请人身份证号'],
  keys: ['sfzh', 'idCardNo', 'idcard', 'zjhm', 'certNo'],
};
const PHONE = {
  labels: ['手机号', '手机号码', '联系电话', '联系方式', '申请人手机'],
  keys: ['sjh', 'mobile', 'phone', 'lxdh', 'telephone'],
};
const CARD = {
  labels: ['银行卡号', '银行账号', '收款账号', '卡号'],
  keys: ['yhkh', 'bankCard', 'bankAccount'],
};
const NAME = {
  labels: ['姓名', '申请人姓名', '真实姓名', '申请人', '联系人', '经办人', '户主', '法定代表人', '收件人'],
  keys: ['xm', 'realName', 'applyName', 'sqrxm', 'linkman'],
};
const PERMIT = { labels: ['证件号码', '通行证号码', '证件号'], keys: ['zjhm', 'certNo', 'cardNo'] };
const ADDRESS = {
  labels: ['家庭住址', '联系地址', '通讯地址', '户籍地址', '现住址', '邮寄地址', '收件地址'],
  keys: ['lxdz', 'jtzz', 'homeAddress', 'contactAddress'],
};
const BIRTH = { labels: ['出生日期', '出生年月日', '生日'], keys: ['csrq', 'birthday', 'birthDate'] };
const PLATE = { labels: ['车牌号', '号牌号码', '车牌号码'], keys: ['cphm', 'plateNo'] };
const MAIL = { labels: ['电子邮箱', '邮箱', '联系邮箱'], keys: ['email', 'dzyx'] };
const HOME_PHONE = {
  labels: ['家庭电话', '联系电话', '固定电话', '住宅电话', '联系人电话'],
  keys: ['telephone', 'lxdh', 'contactPhone'],
};

export const formats: Format[] = [
  { name: 'id18', bare: true, ...ID, write: (d) => make.residentId(d) },
  { name: 'id18 small x', bare: true, ...ID, write: (d) => `${make.residentId(d).slice(0, 17)}x` },
  { name: 'id18 mistyped', bare: true, ...ID, write: (d) => make.mistyped(d, make.residentId(d)) },
  { name: 'id18 6-8-4', bare: true, ...ID, write: (d) => groups(make.residentId(d), [6, 8, 4], ' ') },
  { name: 'id18 dashes', bare: true, ...ID, write: (d) => groups(make.residentId(d), [6, 4, 4, 4], '-') },
  { name: 'id18 full width', bare: true, ...ID, write: (d) => wide(make.residentId(d)) },
  {
    name: 'id18 invisible',
    bare: true,
    ...ID,
    write: (d) => groups(make.residentId(d), [6, 8, 4], '\u200b'),
  },
  { name: 'id18 nbsp', bare: true, ...ID, write: (d) => groups(make.residentId(d), [6, 8, 4], '\u00a0') },
  {
    name: 'id18 slashes',
    bare: true,
    ...ID,
    write: (d) => groups(make.mistyped(d, make.residentId(d)), [6, 8, 4], '/'),
  },
  {
    name: 'id18 digit by digit',
    bare: true,
    ...ID,
    write: (d) => [...make.mistyped(d, make.residentId(d))].join(' '),
  },
  {
    name: 'id18 oddly parted',
    ...ID,
    sentences: ['身份证 {} 已核验', '身份证号为{}'],
    write: (d) =>
      groups(
        make.mistyped(d, make.residentId(d)),
        d.pick([
          [13, 5],
          [5, 7, 6],
          [7, 7, 4],
        ]),
        d.pick([' ', '-']),
      ),
  },
  { name: 'id15', bare: true, ...ID, write: (d) => make.oldResidentId(d) },
  {
    name: 'id15 6-6-3',
    bare: true,
    ...ID,
    write: (d) => groups(make.oldResidentId(d), [6, 6, 3], d.pick([' ', '-', '\u3000'])),
  },
  {
    name: 'card of a disabled person',
    labels: ['残疾人证号', '残疾证号'],
    keys: ['certNo', 'zjhm'],
    sentences: ['残疾人证 {}', '残疾人证号{}有效'],
    write: (d) => `${make.residentId(d)}${d.number(1, 7)}${d.number(1, 4)}`,
  },
  {
    name: 'residence permit HK MO TW',
    bare: true,
    ...ID,
    write: (d) => make.residentId(d, d.pick(['810000', '820000', '830000'])),
  },
  { name: 'permanent residence new', bare: true, ...ID, write: (d) => make.residentId(d, `9${d.digits(5)}`) },
  {
    name: 'permanent residence old',
    bare: true,
    ...PERMIT,
    write: (d) =>
      `${d.pick(['USA', 'AUS', 'KOR', 'DEU'])}${d.digits(4)}${d.number(50, 99)}${two(d.number(1, 12))}${two(d.number(1, 28))}${d.digits(2)}`,
  },
  {
    name: 'HK or Macao pass',
    ...PERMIT,
    sentences: ['港澳居民来往内地通行证{}已核验', '回乡证号 {}', '{}（港澳居民来往内地通行证）'],
    write: (d) => d.pick(['H', 'M']) + d.digits(d.pick([8, 10])),
  },
  {
    name: 'Taiwan pass',
    ...PERMIT,
    sentences: ['台湾居民来往大陆通行证 {}', '台胞证 {} 有效', '{}（台湾居民来往大陆通行证）'],
    write: (d) => d.digits(8),
  },
  {
    name: 'exit permit',
    ...PERMIT,
    sentences: ['往来港澳通行证{}'],
    write: (d) => `C${d.chance(0.5) ? d.digits(8) : make.capitals(d, 1) + d.digits(7)}`,
  },
  {
    name: 'HK identity card',
    bare: true,
    ...PERMIT,
    write: (d) => `${make.capitals(d, d.number(1, 2))}${d.digits(6)}(${d.digits(1)})`,
  },
  {
    name: 'passport',
    labels: ['护照号', '护照号码', '证件号码'],
    keys: ['passportNo', 'hzh'],
    sentences: ['护照 {}', '持护照{}入境', '{}（护照）'],
    write: (d) => (d.chance(0.5) ? `E${d.digits(8)}` : `E${d.signs('ABCDEFGH', 1)}${d.digits(7)}`),
  },
  {
    name: 'foreign passport',
    labels: ['护照号', '护照号码'],
    keys: ['passportNo'],
    write: (d) => d.pick(['', 'K', 'AB']) + d.digits(9),
  },
  {
    name: 'credit code',
    bare: true,
    labels: ['统一社会信用代码', '社会信用代码', '纳税人识别号'],
    keys: ['uscc', 'creditCode', 'tyshxydm'],
    write: (d) => make.creditCode(d),
  },
  { name: 'mobile', bare: true, ...PHONE, write: (d) => make.mobile(d) },
  { name: 'mobile 3 4 4', bare: true, ...PHONE, write: (d) => groups(make.mobile(d), [3, 4, 4], ' ') },
  { name: 'mobile 3-4-4', bare: true, ...PHONE, write: (d) => groups(make.mobile(d), [3, 4, 4], '-') },
  { name: 'mobile 4 3 4', bare: true, ...PHONE, write: (d) => groups(make.mobile(d), [4, 3, 4], ' ') },
  { name: 'mobile +86', bare: true, ...PHONE, write: (d) => `+86${d.pick(['', ' ', '-'])}${make.mobile(d)}` },
  { name: 'mobile 0086', bare: true, ...PHONE, write: (d) => `0086${make.mobile(d)}` },
  { name: 'mobile full width', bare: true, ...PHONE, write: (d) => wide(make.mobile(d)) },
  {
    name: 'mobile wide space',
    bare: true,
    ...PHONE,
    write: (d) => groups(make.mobile(d), [3, 4, 4], '\u3000'),
  },
  {
    name: 'mobile figure dash',
    bare: true,
    ...PHONE,
    write: (d) => groups(make.mobile(d), [3, 4, 4], '\u2012'),
  },
  { name: 'mobile dots', bare: true, ...PHONE, write: (d) => groups(make.mobile(d), [3, 4, 4], '.') },
  {
    name: 'landline',
    ...HOME_PHONE,
    sentences: ['家庭电话 {}', '住宅电话{}', '家长电话是{}'],
    write: (d) => make.landline(d),
  },
  { name: 'landline brackets', ...HOME_PHONE, write: (d) => make.landline(d).replace(/^(\d+)-/, '($1)') },
  { name: 'landline extension', ...HOME_PHONE, write: (d) => `${make.landline(d)}-${d.digits(3)}` },
  { name: 'landline local', ...HOME_PHONE, write: (d) => `${d.number(2, 8)}${d.digits(d.pick([6, 7]))}` },
  { name: 'card 16', bare: true, ...CARD, write: (d) => make.bankCard(d, 16) },
  { name: 'card 19', bare: true, ...CARD, write: (d) => make.bankCard(d, 19) },
  {
    name: 'card by fours',
    bare: true,
    ...CARD,
    write: (d) => groups(make.bankCard(d, 19), [4, 4, 4, 4, 3], ' '),
  },
  { name: 'card dashes', bare: true, ...CARD, write: (d) => groups(make.bankCard(d, 16), [4, 4, 4, 4], '-') },
  {
    name: 'card mistyped',
    bare: true,
    ...CARD,
    write: (d) => {
      const card = make.bankCard(d, 19);
      return card.slice(0, -1) + ((Number(card.at(-1)) + 3) % 10);
    },
  },
  { name: 'card full width', bare: true, ...CARD, write: (d) => wide(make.bankCard(d, 19)) },
  { name: 'bank account', ...CARD, write: (d) => d.digits(d.number(10, 15)) },
  { name: 'plate', bare: true, ...PLATE, write: (d) => make.plate(d) },
  { name: 'plate with dot', bare: true, ...PLATE, write: (d) => make.plate(d).replace(/^(..)/, '$1·') },
  { name: 'plate electric', bare: true, ...PLATE, write: (d) => make.electricPlate(d) },
  { name: 'email', bare: true, ...MAIL, write: (d) => make.email(d) },
  { name: 'email full width at', bare: true, ...MAIL, write: (d) => make.email(d).replace('@', '＠') },
  { name: 'home address', bare: true, textOnly: true, ...ADDRESS, write: (d) => make.homeAddress(d) },
  { name: 'village address', bare: true, textOnly: true, ...ADDRESS, write: (d) => make.villageAddress(d) },
  { name: 'plain address', textOnly: true, ...ADDRESS, write: (d) => make.plainAddress(d) },
  { name: 'name of two', ...NAME, write: (d) => make.shortName(d) },
  { name: 'name of three', ...NAME, write: (d) => make.longName(d) },
  { name: 'double family name', ...NAME, write: (d) => make.doubleName(d) },
  { name: 'dotted name', ...NAME, write: (d) => make.dottedName(d) },
  {
    name: 'Latin name',
    labels: ['姓名', '申请人姓名', '英文姓名'],
    keys: ['fullName', 'realName'],
    write: (d) => make.latinName(d),
  },
  {
    name: 'name of a role',
    labels: [
      '男方',
      '女方',
      '驾驶人',
      '机动车所有人',
      '买受人',
      '丈夫',
      '妻子',
      '子女',
      '法人',
      '单位负责人',
    ],
    keys: NAME.keys,
    sentences: ['买受人：王小明、{}', '男方：{} 女方：王小明', '负责人：{}（签字）'],
    write: (d) => d.pick([make.shortName, make.longName, make.doubleName])(d),
  },
  {
    name: 'name greeted',
    ...NAME,
    sentences: [
      '您好，{}',
      '{}，您好！',
      '欢迎您，{}',
      '欢迎 {}',
      '欢迎您：{} [退出]',
      '尊敬的{}先生：',
      '{}女士，您好',
      '当前用户：{}',
      '{}，您有2条待办',
      '当前登录用户：{}',
      '您好！{}（个人用户）',
      'Hi，{}',
      '{}，欢迎您',
      '早上好，{}',
      '用户：{} | 退出',
    ],
    write: (d) => make.anyName(d),
  },
  {
    name: 'name beside a number',
    ...NAME,
    sentences: [
      '{} 13911112222',
      '13911112222（{}）',
      '{}，手机13911112222',
      '{} 110101199003070010',
      '{}（180****1999）',
      '{} 3707**********1234',
      '{}/13911112222',
      '联系{}，13911112222',
    ],
    write: (d) => make.anyName(d),
  },
  {
    name: 'birth date',
    ...BIRTH,
    write: (d) => {
      const { y, m, d: day } = make.birthParts(d);
      return `${y}-${two(m)}-${two(day)}`;
    },
  },
  {
    name: 'birth date Chinese',
    ...BIRTH,
    sentences: ['{}出生，汉族', '生于{}', '女，{}生'],
    write: (d) => {
      const { y, m, d: day } = make.birthParts(d);
      return `${y}年${m}月${day}日`;
    },
  },
  {
    name: 'birth date compact',
    ...BIRTH,
    write: (d) => {
      const { y, m, d: day } = make.birthParts(d);
      return `${y}${two(m)}${two(day)}`;
    },
  },
  {
    name: 'social security',
    labels: ['社会保障号', '社保号', '社会保障卡号', '个人社保编号', '参保人编号'],
    keys: ['sbh', 'sbkh'],
    sentences: ['社保卡号{}已激活'],
    write: (d) => d.pick(['', 'A', 'J']) + d.digits(d.pick([8, 9, 10, 12])),
  },
  {
    name: 'housing fund',
    labels: ['公积金账号', '个人公积金账号', '公积金号'],
    keys: ['gjjzh', 'grzh'],
    write: (d) => d.digits(d.pick([9, 11, 12])),
  },
  {
    name: 'medical',
    labels: ['医保卡号', '医保编号', '病历号', '就诊卡号', '住院号', '医疗证号', '健康档案号'],
    keys: ['ybkh'],
    write: (d) => d.digits(d.pick([8, 10, 12])),
  },
  {
    name: 'one-time code',
    labels: ['验证码', '短信验证码', '动态码', '随机码', '短信密码'],
    keys: ['yzm', 'smsCode', 'verifyCode'],
    sentences: [
      '您的验证码是{}，5分钟内有效',
      '【政务服务】验证码：{}，请勿泄露',
      '动态码 {}，请勿告知他人',
      '{}（登录验证码）',
      '{}为您的验证码',
      '{}是您本次登录验证码',
      '短信密码{}',
    ],
    write: (d) => d.digits(6),
  },
  {
    name: 'password',
    labels: ['密码', '登录密码', '查询密码', '初始密码'],
    keys: ['password', 'pwd', 'mm'],
    sentences: ['初始密码为{}。', '密码 {}，请及时修改'],
    write: (d) => make.secret(d),
  },
  {
    name: 'account',
    labels: ['用户名', '登录名', '账号', '登录账号'],
    keys: ['loginName', 'username', 'account'],
    sentences: ['账号 {}，'],
    write: (d) => `${d.signs('abcdefghkmnpqrs', 5)}${d.digits(6)}`,
  },
  {
    name: 'chat account',
    labels: ['QQ号', '微信号', 'QQ'],
    keys: ['loginId'],
    write: (d) => d.digits(d.number(8, 10)),
  },
  {
    name: 'personal number',
    labels: ['个人编号', '准考证号', '学号', '学籍号', '户口簿号'],
    keys: ['grbh'],
    sentences: ['个人编号 {}'],
    write: (d) => d.digits(d.number(8, 12)),
  },
  {
    name: 'real-estate certificate',
    labels: ['不动产权证号', '不动产单元号', '房产证号'],
    keys: ['bdcqzh'],
    sentences: ['云(2020)青溪市不动产权第{}号', '房权证青字第{}号'],
    write: (d) => d.digits(7),
  },
  {
    name: 'web token',
    bare: true,
    labels: ['token', 'access_token'],
    keys: ['token', 'accessToken', 'access_token'],
    sentences: ['Authorization: Bearer {}', '401 {"token":"{}"}', 'jwt expired: {}'],
    write: (d) => make.jwt(d),
  },
  {
    name: 'hex token',
    labels: ['token'],
    keys: ['token', 'accessToken', 'ticket', 'sessionId', 'jsessionid'],
    sentences: [
      'Authorization: Bearer {}',
      'invalid token={}',
      '{"access_token":"{}","code":401}',
      'ticket: {}',
    ],
    write: (d) => make.hexToken(d),
  },
  {
    name: 'UUID token',
    labels: ['token', '访问令牌'],
    keys: ['token', 'accessToken', 'ticket', 'sessionId', 'jsessionid'],
    sentences: [
      'Authorization: Bearer {}',
      'invalid token={}',
      '{"access_token":"{}","code":401}',
      'Cookie: JSESSIONID={}; path=/',
      'ticket: {}',
    ],
    write: (d) => (d.chance(0.2) ? make.uuid(d).replace(/[a-f]/g, '7') : make.uuid(d)),
  },
  {
    name: 'cookie',
    labels: ['Cookie'],
    keys: ['jsessionid', 'cookie', 'sid'],
    sentences: [
      'Cookie: JSESSIONID={}; path=/',
      'document.cookie = "ICITYSession={}"',
      'Set-Cookie: SESSION={}; HttpOnly',
    ],
    write: (d) => make.hexToken(d).toUpperCase(),
  },
  {
    name: 'case number',
    strict: true,
    labels: ['办件编号', '受理编号', '申报号', '业务流水号', '受理号'],
    keys: ['caseNo', 'projectNo', 'sblsh'],
    sentences: ['您的办件编号为{}', '申报号 {} 已提交'],
    write: (d) =>
      `${d.pick(['', 'WH', '3710'])}20${d.number(23, 26)}${two(d.number(1, 12))}${two(d.number(1, 28))}${d.digits(6)}`,
  },
];
