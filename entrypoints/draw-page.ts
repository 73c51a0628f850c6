import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { drawPage } from '../lib/capture/draw-page.ts';

/** Isolated world, run in a tab's main frame only when the browser refused a picture of it; gives back the drawing. */
export default defineUnlistedScript({ globalName: false, main: () => drawPage() });
