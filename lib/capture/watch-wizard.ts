import { hearEvents } from './hear-events.ts';
import { redactShort } from './redact-short.ts';
import { freshId, type PageVisit, type Watcher } from './watcher.ts';
import { whenSettled } from './when-settled.ts';

/** What common kits mark as the wizard step one is at. */
const common: { selector: string; stage?: string | undefined }[] = [
  { selector: '.el-step__title.is-process' },
  { selector: '.ant-steps-item-process .ant-steps-item-title' },
  { selector: '.arco-steps-item-process .arco-steps-item-title' },
  { selector: '.t-steps-item--process .t-steps-item__title' },
  { selector: '.ivu-steps-status-process .ivu-steps-title' },
  { selector: '.van-step--process .van-step__title' },
  { selector: '[aria-current=step]' },
];

/** Wizards that move on without a new address: tells each step by its own title when it becomes the current one. */
export function watchWizard(selectors: { selector: string; stage?: string | undefined }[]): Watcher {
  return (report, context, signal) => {
    const steps = [...selectors.filter(({ selector }) => isSelector(selector)), ...common];
    const any = steps.map(({ selector }) => selector).join();
    let last = '';
    /** Nothing seen here can have begun earlier. */
    const began = Date.now();
    let clickedAt = began;
    hearEvents(
      ['click'],
      ({ isTrusted }) => {
        if (!isTrusted) return;
        // One question costs next to nothing, and a quick hand is through a step before the page is looked at in full.
        look(began);
        // What a press brings about comes after it, also within the same millisecond.
        clickedAt = Date.now() + 1;
      },
      signal,
    );
    const look = (since: number) => {
      if (document.querySelector(any)) tell(since);
    };
    const tell = (since: number) => {
      for (const { selector, stage } of steps) {
        const element = document.querySelector(selector);
        const text = element?.textContent?.replace(/\s+/g, ' ').trim().slice(0, 480);
        if (!text) continue;
        if (text !== last) {
          last = text;
          const step = context.privacy === 'full' ? redactShort(context, text, 60) : '';
          report.visit({
            id: freshId(),
            // What the click brought about did not begin before it, whatever else was moving.
            at: Math.max(since, clickedAt),
            kind: 'wizard',
            url: context.redactUrl(location.href),
            title: '',
            wizardStep: step,
            stage: stage as PageVisit['stage'],
            identity: false,
            back: false,
            redirects: 0,
          });
        }
        return;
      }
    };
    whenSettled(look, signal);
  };
}

/** A profile is written by hand: a selector that is none matches nothing. */
function isSelector(selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}
