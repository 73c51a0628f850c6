type Owner = HTMLStyleElement | HTMLLinkElement;
type Marked = Owner & { zybWasOff?: true };

/** What a sheet that is switched off is told by: it applies to no medium. */
export const offMedia = 'not all';

/**
 * To be said of a link that is off: only one that was, and is no longer, puts an alternate sheet in use. Marked on the
 * node: a same-origin iframe hears the hint, the frame above tells the link.
 */
export function noteOff(owner: Owner): void {
  if (owner.disabled) (owner as Marked).zybWasOff = true;
}

const isAlternateOn = (owner: Owner) =>
  (owner as Marked).zybWasOff === true &&
  !owner.disabled &&
  /\balternate\b/i.test(owner.getAttribute('rel') ?? '');

/**
 * How a sheet stands that a script switches on and off, which no attribute shows: the attributes that a replay needs
 * beside those of its element. `disabled: false` says that an alternate sheet is in use.
 */
export function switchOf(owner: Owner): { media?: string | null; disabled?: false } {
  const { sheet } = owner;
  // An attribute of its own says that it is off, and why there is no sheet.
  if (!sheet && owner.disabled) return {};
  if (sheet?.disabled) return { media: offMedia };
  return { media: owner.getAttribute('media'), ...(isAlternateOn(owner) && { disabled: false as const }) };
}

/** The same for an element that is told whole; undefined where its own attributes say all. */
export function switchedFrom(owner: Owner): { media?: string; disabled?: false } | undefined {
  noteOff(owner);
  if (owner.sheet?.disabled) return { media: offMedia };
  return isAlternateOn(owner) ? { disabled: false } : undefined;
}
