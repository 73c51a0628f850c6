/**
 * Faces as official papers name them: titles 宋体 bold (小标宋 is not on every machine), heads 黑体, text 仿宋. All
 * three come with every Chinese Windows; elsewhere the charset and the web page's list lead to the nearest there is.
 */
export const faces = { title: '宋体', head: '黑体', body: '仿宋' } as const;

/** The same for a web page, with what stands in for them on Kylin, UOS, macOS and Linux. */
export const webFaces = {
  title: '"方正小标宋简体", "FZXiaoBiaoSong-B05S", "宋体", SimSun, "Songti SC", "Noto Serif CJK SC", serif',
  head: '"黑体", SimHei, "Heiti SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  body: '"仿宋", FangSong, "仿宋_GB2312", STFangsong, "FangSong SC", "Noto Serif CJK SC", serif',
} as const;

/** Points. */
export const sizes = { title: 20, head: 12, cell: 12, small: 10.5, body: 16 } as const;

/** Stands on every sheet and page. */
export const insideMark = '内部资料';

/** A4 in millimetres with the margins of the forms. */
export const paper = { short: 210, long: 297, margin: 15, top: 20, bottom: 15 } as const;
