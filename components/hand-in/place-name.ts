import type { Text } from '../text.tsx';

const named = new Set(
  'replay chunks assets session streams visits steps actions incidents requests screenshots painPoints bookmarks gaps fields waits sightings pageTimings guidePages pageChecks'.split(
    ' ',
  ),
);

/** What people call a kind of place: "回放", "操作名称"; lists without a word of their own are "其他记录". */
export function placeName(list: string, text: Text): string {
  return text(`handIn.place.${list === 'chunks' ? 'replay' : named.has(list) ? list : 'other'}`);
}
