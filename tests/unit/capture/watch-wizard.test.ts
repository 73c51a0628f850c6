import { afterEach, expect, it, vi } from 'vitest';
import { watchWizard } from '../../../lib/capture/watch-wizard.ts';
import type { FrameContext, PageVisit, Report } from '../../../lib/capture/watcher.ts';
import { pageOf } from './page-of.ts';

// A page that has not come to rest yet.
vi.mock('../../../lib/capture/when-settled.ts', () => ({ whenSettled: () => {} }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const opened = 1_700_000_000_000;

it('a press before the page was looked at finds the step that was there since the page came', () => {
  vi.useFakeTimers({ now: opened });
  const document = pageOf('<div class="el-step__title is-process">办理须知</div><button>下一步</button>');
  vi.stubGlobal('document', document);
  for (const name of ['addEventListener', 'removeEventListener'] as const)
    vi.stubGlobal(name, document[name].bind(document));
  vi.stubGlobal('location', { href: 'https://portal.example/apply' });
  const told: PageVisit[] = [];
  const report = { visit: (visit: PageVisit) => void told.push(visit) } as unknown as Report;
  const context = {
    privacy: 'full',
    redactText: (text: string) => text,
    redactUrl: (url: string) => url,
  } as unknown as FrameContext;
  watchWizard([])(report, context, new AbortController().signal);
  const press = () => {
    const event = document.createEvent('Event');
    event.initEvent('click', true);
    Object.defineProperty(event, 'isTrusted', { value: true });
    document.querySelector('button')?.dispatchEvent(event);
  };
  vi.advanceTimersByTime(700);
  press();
  expect(told).toMatchObject([{ wizardStep: '办理须知', at: opened }]);
  const title = document.querySelector('div');
  if (title) title.textContent = '申请人信息';
  vi.advanceTimersByTime(300);
  press();
  // The press before brought it about.
  expect(told[1]).toMatchObject({ wizardStep: '申请人信息', at: opened + 701 });
});
