/** The walks through the practice portal, done as a person does them. */
export { walkClean } from '../portal/walks/clean.ts';
export type { CrossRegionResult } from '../portal/walks/cross-region.ts';
export { walkCrossRegion } from '../portal/walks/cross-region.ts';
export { walkToGuide } from '../portal/walks/guide-alone.ts';
export { walkReemployment } from '../portal/walks/reemployment.ts';
export { walkSignals } from '../portal/walks/signals.ts';
export { walkSlow } from '../portal/walks/slow.ts';
export { walkToForm } from '../portal/walks/to-form.ts';
export type { Place, WalkHooks, WalkResult } from '../portal/walks/walk.ts';
