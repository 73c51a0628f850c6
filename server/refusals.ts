import type { CollectorError } from '../lib/model/collector-api.ts';

type Words = { field?: string; detail?: string };
type Entry = {
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 507;
  say: (words: Words) => string;
};

const kept = '内容仍在您的浏览器里，没有丢失。';

/** Every refusal there is: its status, and one sentence saying what, where and what to do. */
const catalogue = {
  'body-damaged': { status: 400, say: () => `请求内容在传输中损坏或不完整，请重新发送；${kept}` },
  'not-json': { status: 400, say: () => `请求内容不是有效的 UTF-8 JSON 文本，请更新扩展后重新上交；${kept}` },
  'cursor-damaged': { status: 400, say: () => '列表的翻页标记无法识别，请回到第一页重新查看。' },
  'key-wrong': {
    status: 401,
    say: () => `上传密钥无效或已被停用，请向管理员索取新的登记码，在扩展的设置页重新登记；${kept}`,
  },
  'sign-in-needed': { status: 401, say: () => '查看归集服务里的内容需要先登录，请打开登录页登录后重试。' },
  'sign-in-wrong': {
    status: 401,
    say: () => '账号或密码不正确，请核对后重试；忘记密码请向管理员索取新的一次性登录链接。',
  },
  'code-wrong': {
    status: 403,
    say: () => '登记码不正确、已经用过或已过期，请向管理员索取新的登记码后重新填写。',
  },
  'link-used': { status: 403, say: () => '这个一次性登录链接已经用过或已过期，请向管理员索取新的链接。' },
  'admin-only': { status: 403, say: () => '这项操作只有管理员可以做，请联系归集服务的管理员。' },
  'foreign-page': { status: 403, say: () => '这个请求来自别的网站，已拒绝；请在归集服务自己的页面上操作。' },
  'not-found': { status: 404, say: () => '没有找到这个地址上的内容，请检查链接是否完整。' },
  'objects-missing': {
    status: 409,
    say: ({ detail }) => `报告引用的 ${detail} 个对象还没有上传，请先上传这些对象再上交报告；${kept}`,
  },
  'report-exists': {
    status: 409,
    say: () =>
      `同一编号的报告已由另一台设备上交，这台设备没有它的回执，不能覆盖；请在原来的浏览器里再次上交，或存为文件（.zyb）交给审阅人员；${kept}`,
  },
  'person-exists': {
    status: 409,
    say: () => '这个邮箱已经有账号了，请换一个邮箱，或为原账号生成一次性登录链接（POST /api/people/link）。',
  },
  'person-unknown': { status: 404, say: () => '没有这个邮箱的账号，请核对邮箱，或先新建这个人员。' },
  'too-large': {
    status: 413,
    say: ({ detail }) => `内容超过上限 ${detail}，归集服务没有保存，请剪短这段记录后重新上交；${kept}`,
  },
  'type-unknown': {
    status: 415,
    say: () => `对象只能是 gzip、JPEG、PNG 或 WebP，请更新扩展后重新上交；${kept}`,
  },
  'field-wrong': {
    status: 422,
    say: ({ field, detail }) =>
      `“${field || '（整体）'}”一栏不符合格式（${detail}），请更正或更新扩展后重试；${kept}`,
  },
  'schema-foreign': {
    status: 422,
    say: () => `这不是走一遍的走流程报告（schema 一栏不符），请检查所选的文件；${kept}`,
  },
  'version-unknown': {
    status: 422,
    say: () => `归集服务还不认识这个版本的报告，请联系管理员升级归集服务；${kept}`,
  },
  'object-not-named': {
    status: 422,
    say: ({ field }) => `“${field}”引用的对象没有列在报告的 objects 清单里，请更新扩展后重新上交；${kept}`,
  },
  'object-differs': {
    status: 422,
    say: ({ field }) => `“${field}”与已保存对象的大小或类型不一致，请重新生成报告后上交；${kept}`,
  },
  'hash-wrong': {
    status: 422,
    say: () => `对象内容与它的名称（SHA-256）不一致，已丢弃，请重新上传；${kept}`,
  },
  'type-wrong': {
    status: 422,
    say: () => `对象内容与声明的类型不一致，已丢弃，请更新扩展后重新上传；${kept}`,
  },
  'personal-data': {
    status: 422,
    say: ({ field, detail }) =>
      `报告的“${field}”处仍有疑似个人信息（${detail}），归集服务没有收存，请在上交前检查页遮盖后再上交；${kept}`,
  },
  'password-weak': { status: 422, say: ({ detail }) => `密码至少要 ${detail} 个字符，请换一个更长的密码。` },
  'too-many-guesses': { status: 429, say: () => '错误次数太多，请十分钟后再试。' },
  internal: {
    status: 500,
    say: () => `归集服务内部出错，没有保存这次内容，请稍后重试，仍不行请联系管理员；${kept}`,
  },
  'disk-full': {
    status: 507,
    say: () => `归集服务的存储空间已满，没有保存这次内容，请联系管理员清理后重试；${kept}`,
  },
} as const satisfies Record<string, Entry>;

export type RefusalCode = keyof typeof catalogue;

/** A refusal on its way to the sender; `extra` is added to the body beside `CollectorError`. */
export class Refusal extends Error {
  override name = 'Refusal' as const;
  readonly status: Entry['status'];
  readonly body: CollectorError & Record<string, unknown>;
  constructor(code: RefusalCode, words: Words = {}, extra: Record<string, unknown> = {}) {
    super(code);
    const entry: Entry = catalogue[code];
    this.status = entry.status;
    const field = words.field?.slice(0, 300);
    const message = entry.say({ ...words, field }).slice(0, 2000);
    this.body = { code, message, ...(field ? { field } : {}), ...extra };
  }
}
