import type { Dialog, Page } from '@playwright/test';

/** The points of a walk at which callers may look, tag or take a picture. */
export type Place =
  | 'home'
  | 'search-empty'
  | 'search'
  | 'guide'
  | 'dead-link'
  | 'login'
  | 'login-again'
  | 'wizard-1'
  | 'slow-wait'
  | 'wizard-2'
  | 'wizard-3'
  | 'validation'
  | 'wizard-4'
  | 'draft-lost'
  | 'wizard-5'
  | 'file-rejected'
  | 'wizard-6'
  | 'submit-failed'
  | 'submitted'
  | 'my'
  | 'rate'
  | 'rated'
  | 'handover'
  | 'old-login'
  | 'old-main'
  | 'old-query'
  | 'transfer'
  | 'old-toast'
  | 'old-dialog'
  | 'old-submitted'
  | 'popup'
  | 'form'
  | 'result'
  | 'policy'
  | 'points'
  | 'blank'
  | 'login-refused'
  | 'code-refused'
  | 'scan'
  | 'residence-form'
  | 'browser-notice'
  | 'file-too-big'
  | 'material-again'
  | 'session-ended'
  | 'sent-away';

export interface WalkHooks {
  /** Awaited at each place; `page` is the tab or window that place is in. */
  at?(place: Place, page: Page): Promise<void>;
}

/** What a walk did, by kind. `goto` of the first address is not counted. */
export interface WalkCounts {
  clicks: number;
  typed: number;
  selected: number;
  uploaded: number;
}

export interface WalkResult extends WalkCounts {
  /** Sum of the counts. */
  actions: number;
  /** 办件编号 of the filed case. */
  caseNo: string;
}

/** Texts of the native dialogs that came up, oldest first; `stop` takes the handler away again. */
export function acceptDialogs(page: Page): { texts: string[]; stop(): void } {
  const texts: string[] = [];
  const accept = (dialog: Dialog) => {
    texts.push(dialog.message());
    // A caller's own handler may have answered first.
    dialog.accept().catch(() => {});
  };
  page.on('dialog', accept);
  return { texts, stop: () => page.off('dialog', accept) };
}
