import { browser } from 'wxt/browser';
import type { SessionReport } from '../../lib/model/report.ts';
import { createScanner, createSessionDigests, type TextScanner } from '../../lib/redact/index.ts';
import { readLearned } from '../../lib/walk/learned-digests.ts';

/** The last look at a session: by its own policy, and by what its pages have learned while that is still known. */
export async function sessionScanner({ id, session }: SessionReport): Promise<TextScanner> {
  const learned = await readLearned(browser.storage.session, id);
  return createScanner({
    policy: session.policy?.redaction,
    digests: learned && createSessionDigests(learned.secret, learned.digests),
  });
}
