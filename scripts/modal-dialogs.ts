import type { Edit } from './edit-exactly.ts';

/**
 * Whether a dialog lies over the page. Chromium knows `:modal` from 105 on, and rrweb, which asks by that name alone, breaks
 * off before: on a page with an open dialog nothing would be recorded, and nothing of it played. What lies over no page
 * has no backdrop, and what is not there has no width in pixels.
 */
const isModal = `function zybIsModal(dialog) {
	if (CSS.supports("selector(:modal)")) return dialog.matches(":modal");
	return dialog.open && getComputedStyle(dialog, "::backdrop").width !== "auto";
}
function getBaseDimension(`;

/** For the recorder's copy of rrweb and for a replay's. */
export const modalDialogs: readonly Edit[] = [
  {
    what: 'dialogs over the page, in browsers that have no name for it',
    find: /\b(n|dialog|target)\.matches\("dialog:modal"\)/g,
    put: 'zybIsModal($1)',
    times: 4,
  },
  { what: 'how', find: /^function getBaseDimension\(/gm, put: isModal, times: 1 },
];
