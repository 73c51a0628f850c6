import { ShortText } from './primitives.ts';
import { z } from './zod.ts';

/** 体验途径: by what an item is walked. The recorder sees `pc` alone; the others are entered by hand (人工补记). */
export const channelKinds = ['pc', 'app', 'miniProgram', 'window', 'terminal', 'hotline', 'other'] as const;
export const ChannelKind = z.enum(channelKinds);
export type ChannelKind = z.infer<typeof ChannelKind>;

/** A channel as a programme names it, with the platforms it names there, e.g. 辽事通. */
export const Channel = z.object({
  kind: ChannelKind,
  label: ShortText.min(1),
  platforms: z.array(ShortText.min(1)).max(40).default([]),
});
export type Channel = z.infer<typeof Channel>;

const endings: [RegExp, ChannelKind][] = [
  [/PC端$|电脑端$|网页端$/i, 'pc'],
  [/小程序$/, 'miniProgram'],
  [/APP$|客户端$|手机端$/i, 'app'],
  [/窗口$|大厅$/, 'window'],
  [/自助终端机?$|自助机$/, 'terminal'],
  [/热线$|12345$/, 'hotline'],
];

/** The kind that a session's channel ends in, as the lists print it ("云岭省政务服务网 PC端"); `other` when none. */
export function channelKindOf(channel: string): ChannelKind {
  const end = channel.trim();
  return endings.find(([pattern]) => pattern.test(end))?.[1] ?? 'other';
}

const words: Record<ChannelKind, string> = {
  pc: 'PC端',
  app: 'APP',
  miniProgram: '小程序',
  window: '办事窗口',
  terminal: '自助终端',
  hotline: '热线',
  other: '',
};

/** Platform and kind as one channel, as the lists print it beside the item: 辽事通 and `app` give "辽事通 APP". */
export function channelText(kind: ChannelKind, platform: string): string {
  const name = platform.trim();
  const word = words[kind];
  if (!name || !word) return name || word;
  if (channelKindOf(name) === kind) return name;
  return /\p{Script=Han}$/u.test(name) && /^\p{Script=Han}/u.test(word) ? name + word : `${name} ${word}`;
}

/** The kind of a walk's channel: the one that was chosen, else the one its words end in. */
export function channelKindIn(session: {
  channel: string;
  channelKind?: ChannelKind | undefined;
}): ChannelKind {
  return session.channelKind ?? channelKindOf(session.channel);
}
