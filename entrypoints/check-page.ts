import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { checkPage } from '../lib/capture/page-check/check-page.ts';

/** Isolated world, run in a tab's main frame only when a check of the page is asked for; gives back what it found. */
export default defineUnlistedScript({ globalName: false, main: () => checkPage() });
