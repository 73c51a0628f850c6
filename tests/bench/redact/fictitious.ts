import { type Dice, two } from './dice.ts';

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛阎段雷钱汤殷',
];
const DOUBLES = ['欧阳', '上官', '司马', '诸葛', '司徒', '夏侯', '皇甫', '尉迟', '慕容', '令狐', '东方'];
const GIVEN = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰禾晓雨欣怡子轩梓涵宇航思源嘉琪建国红梅志远海燕春雷婉清',
];
const DOTTED_FIRST = ['阿不都', '买买提', '古丽', '艾力', '次仁', '扎西', '其其格', '迪丽'];
const DOTTED_LAST = ['热合曼', '吐尔逊', '巴哈尔', '卓玛', '多吉', '苏力坦', '艾合买提'];
const CITIES = ['青溪市', '白石市', '云岭市', '望海市', '临川市', '北桥市'];
const PROVINCES = ['云岭省', '海右省', '江左省'];
const DISTRICTS = ['桂湖区', '东城区', '高新区', '石桥县', '临江区', '开发区'];
const ROADS = [
  '桂花路',
  '解放路',
  '人民大道',
  '建设街',
  '幸福巷',
  '文化西路',
  '滨河北路',
  '青年大街',
  '育才胡同',
];
const ESTATES = ['阳光花园', '翠竹苑', '金色家园', '海景湾小区', '惠民公寓', '怡和苑'];
const TOWNS = ['石门镇', '柳林乡', '河口街道', '双塔镇'];
const VILLAGES = ['桃源村', '李家庄村', '东岭村', '下湾村'];

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function idCheck(body: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return '10X98765432'[sum % 11] as string;
}

const birth = (dice: Dice) =>
  `${dice.number(1940, 2015)}${two(dice.number(1, 12))}${two(dice.number(1, 28))}`;

export function residentId(
  dice: Dice,
  region = `${dice.pick(['11', '21', '37', '44', '53'])}${dice.digits(4)}`,
): string {
  const body = region + birth(dice) + dice.digits(3);
  return body + idCheck(body);
}

/** Any other check character than the right one. */
export function mistyped(dice: Dice, id: string): string {
  const wrong = [...'0123456789X'].filter((sign) => sign !== id.at(-1));
  return id.slice(0, -1) + dice.pick(wrong);
}

export const oldResidentId = (dice: Dice) =>
  dice.pick(['11', '21', '37', '44', '53']) + dice.digits(4) + birth(dice).slice(2) + dice.digits(3);

export const mobile = (dice: Dice) =>
  `1${dice.pick(['30', '38', '39', '50', '59', '66', '77', '86', '99'])}${dice.digits(8)}`;

function luhnDigit(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i += 1) {
    const digit = Number(body[body.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

export function bankCard(dice: Dice, length: 16 | 17 | 18 | 19): string {
  const body = dice.pick(['622202', '621700', '436742', '622848', '625965']) + dice.digits(length - 7);
  return body + luhnDigit(body);
}

const USCC = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Unified social credit code of a household business (92) or a company (91). */
export function creditCode(dice: Dice): string {
  const body =
    dice.pick(['91', '92', '93']) +
    dice.digits(6) +
    dice.pick(['MA', 'MB', '55', '0M']) +
    dice.signs(USCC, 7);
  let weight = 1;
  let sum = 0;
  for (const sign of body) {
    sum += USCC.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return body + USCC[(31 - (sum % 31)) % 31];
}

const given = (dice: Dice, length: number) => dice.signs(GIVEN.join(''), length);

export const shortName = (dice: Dice) => dice.pick(SURNAMES) + given(dice, 1);
export const longName = (dice: Dice) => dice.pick(SURNAMES) + given(dice, 2);
export const anyName = (dice: Dice) => (dice.chance(0.3) ? shortName(dice) : longName(dice));
export const doubleName = (dice: Dice) => dice.pick(DOUBLES) + given(dice, dice.number(1, 2));
export const dottedName = (dice: Dice) => `${dice.pick(DOTTED_FIRST)}·${dice.pick(DOTTED_LAST)}`;

export function latinName(dice: Dice): string {
  const word = () =>
    dice.pick(['ZHANG', 'Wang', 'Miller', 'SANCHEZ', 'Kim', 'O’Neil'.replace('’', "'"), 'Petrov']);
  return `${word()} ${dice.pick(['Xiaohe', 'WEI', 'John', 'Maria', 'Ivan', 'Soo-jin'])}`;
}

const region = (dice: Dice) => dice.pick(PROVINCES) + dice.pick(CITIES) + dice.pick(DISTRICTS);

/** An address with estate, building, unit and room. */
export const homeAddress = (dice: Dice) =>
  `${region(dice)}${dice.pick(ROADS)}${dice.number(1, 399)}号${dice.pick(ESTATES)}${dice.number(1, 30)}${dice.pick(['号楼', '栋', '幢'])}${dice.number(1, 6)}单元${dice.number(1, 28)}0${dice.number(1, 4)}${dice.pick(['室', '', '户'])}`;

/** An address that only its label tells. */
export const plainAddress = (dice: Dice) => `${region(dice)}${dice.pick(ROADS)}${dice.number(1, 399)}号`;

export const villageAddress = (dice: Dice) =>
  `${dice.pick(CITIES)}${dice.pick(DISTRICTS)}${dice.pick(TOWNS)}${dice.pick(VILLAGES)}${dice.number(1, 9)}组${dice.number(1, 99)}号`;

export function plate(dice: Dice): string {
  return (
    dice.pick([...'京津沪鲁粤辽云']) +
    dice.pick([...'ABCDEKM']) +
    dice.signs(`${LETTERS.replace(/[IO]/g, '')}0123456789`, 4) +
    dice.digits(1)
  );
}

export const electricPlate = (dice: Dice) =>
  dice.pick([...'京津沪鲁粤辽云']) + dice.pick([...'ABCDE']) + dice.pick(['D', 'F']) + dice.digits(5);

export const email = (dice: Dice) =>
  `${dice.pick(['zhang', 'li.', 'wx_', 'user-', ''])}${dice.digits(dice.number(6, 9))}@${dice.pick(['example.com', 'mail.example.cn', 'example.org', 'vip.example.com.cn'])}`;

export const landline = (dice: Dice) => `0${dice.number(310, 999)}-${dice.number(2, 8)}${dice.digits(6)}`;
export const capitals = (dice: Dice, length: number) => dice.signs(LETTERS, length);
export const secret = (dice: Dice) =>
  `${dice.signs('abcdefghkmnp', 3)}${dice.pick(['!', '@', '#', '_', ''])}${dice.digits(6)}${dice.signs('ABCXYZ', 1)}`;
export const birthParts = (dice: Dice) => ({
  y: dice.number(1940, 2015),
  m: dice.number(1, 12),
  d: dice.number(1, 28),
});
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
export const jwt = (dice: Dice) =>
  `eyJ${dice.signs(BASE64, 20)}.eyJ${dice.signs(BASE64, 40)}.${dice.signs(BASE64, 43)}`;
export const hexToken = (dice: Dice) => dice.signs('0123456789abcdef', 32);
export const uuid = (dice: Dice) =>
  [8, 4, 4, 4, 12].map((length) => dice.signs('0123456789abcdef', length)).join('-');
