/** What says how large a part is that no replay shows: a canvas, an embedded document. */
export type EmptyBox = { of: 'canvas' | 'document'; width?: unknown; height?: unknown; style?: unknown };

/**
 * What stands in their places: nothing of weight, so that the page's own rules go first. A canvas has a size of its own, by
 * which it goes where no rule says more; what is written in it is for browsers without any.
 */
export const boxRules = [
  ':where(zyb-left-out) { display: inline-block; background: #eee; width: var(--zyb-width); height: var(--zyb-height) }',
  ':where(zyb-canvas) { display: inline-block; background: #eee; width: fit-content; content-visibility: hidden }',
];

/** The style that says it, with the element's own behind. */
export function boxStyle({ of, width, height, style }: EmptyBox): string {
  const own = typeof style === 'string' ? style : '';
  if (of === 'document')
    return `${side('width', width) || side('width', 300)}${side('height', height) || side('height', 150)}${own}`;
  const [across, down] = [pixels(width, 300), pixels(height, 150)];
  return `contain-intrinsic-size:${across}px ${down}px;aspect-ratio:${across}/${down};${own}`;
}

const pixels = (given: unknown, otherwise: number): number =>
  /^\d{1,5}$/.test(String(given)) ? Number(given) : otherwise;

function side(name: string, given: unknown): string {
  const [, number, unit] = /^\s*(\d{1,5})(%|px)?\s*$/.exec(String(given)) ?? [];
  return number ? `--zyb-${name}:${number}${unit ?? 'px'};` : '';
}
