import { hanRunAt } from './han.ts';
import { onFirstUse } from './on-first-use.ts';

/** Frequent family names, single and double. Only used where a label or a greeting already points at a person. */
const SINGLE =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜' +
  '崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛' +
  '樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁' +
  '蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿' +
  '桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕' +
  '楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁' +
  '芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀';
const DOUBLE =
  '欧阳 上官 司马 诸葛 司徒 夏侯 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 东方 端木 独孤 南宫 呼延 完颜 澹台';

const IS_SINGLE = 1;
const MAY_BE_DOUBLE = 2;

/** By code: letters of their own are made for each look into a set of letters. */
const families = onFirstUse(() => {
  const kinds = new Map<number, number>();
  for (let i = 0; i < SINGLE.length; i += 1) kinds.set(SINGLE.charCodeAt(i), IS_SINGLE);
  for (let i = 0; i < DOUBLE.length; i += 3) {
    const code = DOUBLE.charCodeAt(i);
    kinds.set(code, (kinds.get(code) ?? 0) | MAY_BE_DOUBLE);
  }
  return kinds;
});

/** The lengths of the family names that begin at `at`, as a sum: 1, 2, 3 for both, 0 for none. */
export function familiesAt(text: string, at: number): number {
  const kind = families().get(text.charCodeAt(at)) ?? 0;
  if (kind < MAY_BE_DOUBLE) return kind;
  const isDouble = at + 1 < text.length && DOUBLE.includes(text.slice(at, at + 2));
  return isDouble ? kind : kind & IS_SINGLE;
}

/**
 * How long a Chinese name that begins at `at` may be (family name and 1 to `longestGiven` ideographs), in the order
 * of preference: double family names first, then by the length of the given name. Empty when no family name begins
 * there. A look-up, since a pattern with four hundred family names takes a browser milliseconds to compile.
 */
export function nameLengthsAt(
  text: string,
  at: number,
  longestGiven = 2,
  longestFirst = true,
): readonly number[] {
  const kind = familiesAt(text, at);
  if (kind === 0) return [];
  const run = hanRunAt(text, at, longestGiven + 2);
  const lengths: number[] = [];
  for (let family = 2; family >= 1; family -= 1) {
    if ((kind & family) === 0) continue;
    const given = Math.min(run - family, longestGiven);
    for (let i = 1; i <= given; i += 1) lengths.push(family + (longestFirst ? given + 1 - i : i));
  }
  return lengths;
}

/** Lengths (0 to 2) of the family names that begin at `at`, the longer first. */
export function familyLengthsAt(text: string, at: number): readonly number[] {
  const kind = familiesAt(text, at);
  return [...(kind & 2 ? [2] : []), ...(kind & 1 ? [1] : [])];
}

/** True for a word that is a family name and 1 to `longestGiven` ideographs, and nothing else. */
export function isFullName(word: string, longestGiven = 2): boolean {
  if (word.length < 2 || word.length > longestGiven + 2) return false;
  return (
    hanRunAt(word, 0, word.length) === word.length &&
    nameLengthsAt(word, 0, longestGiven).includes(word.length)
  );
}
