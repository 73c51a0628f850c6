import { healAdoptedSheets } from './heal-adopted-sheets.ts';
import { healBrokenPictures } from './heal-broken-pictures.ts';
import { healChosenPictures } from './heal-chosen-pictures.ts';
import { healFocus } from './heal-focus.ts';
import { healFullscreen } from './heal-fullscreen.ts';
import { healHandFilledSlots } from './heal-hand-filled-slots.ts';
import { healHeldLooks } from './heal-held-looks.ts';
import { healMadeFonts } from './heal-made-fonts.ts';
import { healPopovers } from './heal-popovers.ts';
import { healPressed } from './heal-pressed.ts';
import { healRules } from './heal-rules.ts';
import { healShadowRoots } from './heal-shadow-roots.ts';
import { healStates } from './heal-states.ts';
import { healSwitches } from './heal-switches.ts';
import { healTarget } from './heal-target.ts';
import { healValidity } from './heal-validity.ts';
import { healValues } from './heal-values.ts';
import type { Healing } from './healing.ts';
import type { Report } from './watcher.ts';

/** What rrweb cannot see from here (values, rules, states, roots and fonts set by the page's script) is read when the page hints it; which file a picture shows, which popovers are open, what stands in which slot, where the address points and what animations leave behind, when that has come. */
export function healFromHints(healing: Healing, gap: Report['gap'], signal: AbortSignal): void {
  healValues(healing, signal);
  healValidity(healing, signal);
  healFocus(healing, signal);
  healRules(healing, signal);
  healAdoptedSheets(healing, signal);
  healSwitches(healing, signal);
  healStates(healing, signal);
  healShadowRoots(healing, signal);
  healPopovers(healing, signal);
  healHandFilledSlots(healing, signal);
  healTarget(healing, signal);
  healPressed(healing, signal);
  healFullscreen(healing, signal);
  healHeldLooks(healing, signal);
  healChosenPictures(healing, signal);
  healBrokenPictures(healing, signal);
  healMadeFonts(healing, gap, signal);
}
