/** Gives headings their numbers, one after the other: "一、基本情况". */
export function numbered(): (heading: string) => string {
  let n = 0;
  return (heading) => `${'一二三四五六七八九十'[n++] ?? ''}、${heading}`;
}
