import { afterEach, expect, it, vi } from 'vitest';
import type { FoundField } from '../../../lib/capture/find-fields.ts';
import { watchFields } from '../../../lib/capture/watch-fields.ts';
import type { FrameContext, PageField, Report } from '../../../lib/capture/watcher.ts';

type Field = FoundField & { label: string; value: string };
type Hear = (event: object, target: object) => void;

let fields: Field[] = [];
let looks: ((since: number) => void)[] = [];
let hears: Hear[] = [];
vi.mock('../../../lib/capture/find-fields.ts', () => ({ findFields: () => fields }));
vi.mock('../../../lib/capture/describe-field.ts', () => ({
  describeField: ({ label }: Field) => ({ label, kind: 'text', required: false, readonly: false }),
  holdsValue: ({ value }: Field) => value !== '',
}));
vi.mock('../../../lib/capture/when-settled.ts', () => ({
  whenSettled: (look: (since: number) => void, signal: AbortSignal) => {
    looks.push(look);
    signal.addEventListener('abort', () => {
      looks = looks.filter((each) => each !== look);
    });
    return () => {};
  },
  pageState: () => undefined,
}));
vi.mock('../../../lib/capture/hear-events.ts', () => ({
  hearEvents: (kinds: string[], hear: Hear, signal: AbortSignal) => {
    if (!kinds.includes('input')) return;
    hears.push(hear);
    signal.addEventListener('abort', () => {
      hears = hears.filter((each) => each !== hear);
    });
  },
}));
afterEach(() => vi.unstubAllGlobals());

const made = (label: string, value = ''): Field => {
  const element = {
    nodeType: 1,
    childElementCount: 0,
    parentElement: null,
    closest: () => null,
  } as unknown as Element;
  return { element, controls: [element], label, value } as unknown as Field;
};

it('fields that stand there over a pause are met once, and what the walker filled in is not the portal’s', () => {
  vi.stubGlobal('location', new URL('https://portal.example/apply'));
  const told: PageField[] = [];
  const report = { field: (row: PageField) => void told.push(row) } as unknown as Report;
  const context = {
    privacy: 'full',
    redactText: (text: string) => text,
    redactUrl: (url: string) => url,
  } as unknown as FrameContext;
  let life = new AbortController();
  const watch = () => {
    life = new AbortController();
    watchFields(report, context, life.signal);
  };
  const look = () => {
    for (const each of looks) each(Date.now());
  };
  const [typed, later, known] = [made('备注'), made('邮编'), made('姓名', '某人')];
  fields = [typed, later, known];
  watch();
  look();
  for (const hear of hears) hear({ isTrusted: true }, typed.element);
  typed.value = '无';
  look();
  life.abort();
  later.value = '100000';
  watch();
  look();
  expect(told.map(({ label, prefilled }) => [label, prefilled])).toEqual([
    ['备注', false],
    ['邮编', false],
    ['姓名', true],
  ]);
});
