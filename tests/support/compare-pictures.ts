import type { Page } from '@playwright/test';

/** Pictures are compared as a grid of this many cells, each cell's mean colour against the other's. */
const grid = { columns: 64, rows: 40 };

/**
 * How alike two PNG pictures of the same view are: the share of grid cells whose mean colour differs by more than
 * `tolerance` of 255 in any channel. Small enough cells to see a missing block, coarse enough to forgive masked words,
 * bullets for letters, a caret and anti-aliasing. Runs in `page` (any page without a strict policy, about:blank).
 */
export async function differingShare(
  page: Page,
  one: Buffer,
  other: Buffer,
  tolerance = 48,
): Promise<number> {
  const urls = [one, other].map((picture) => `data:image/png;base64,${picture.toString('base64')}`);
  return page.evaluate(
    async ({ urls: both, grid: { columns, rows }, tolerance: most }) => {
      const cells = await Promise.all(
        both.map(async (url) => {
          const image = new Image();
          image.src = url;
          await image.decode();
          const canvas = document.createElement('canvas');
          canvas.width = columns * 8;
          canvas.height = rows * 8;
          const context = canvas.getContext('2d', { willReadFrequently: true });
          if (!context) throw new Error('no canvas');
          context.imageSmoothingQuality = 'high';
          context.drawImage(image, 0, 0, canvas.width, canvas.height);
          const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
          const means: number[][] = [];
          for (let row = 0; row < rows; row += 1) {
            for (let column = 0; column < columns; column += 1) {
              const sum = [0, 0, 0];
              for (let y = 0; y < 8; y += 1) {
                for (let x = 0; x < 8; x += 1) {
                  const at = ((row * 8 + y) * canvas.width + column * 8 + x) * 4;
                  for (let channel = 0; channel < 3; channel += 1)
                    sum[channel] = (sum[channel] ?? 0) + (data[at + channel] ?? 0);
                }
              }
              means.push(sum.map((value) => value / 64));
            }
          }
          return means;
        }),
      );
      const [first = [], second = []] = cells;
      const differs = first.filter((cell, index) =>
        cell.some((value, channel) => Math.abs(value - (second[index]?.[channel] ?? 0)) > most),
      );
      return differs.length / first.length;
    },
    { urls, grid, tolerance },
  );
}
