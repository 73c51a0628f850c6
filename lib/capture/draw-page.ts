import { html2canvas } from 'html2canvas';

/** Drawing must not hold the page for long: given up after this. */
const limitMs = 3000;

export type DrawnPage = { dataUrl: string; width: number; height: number };

/**
 * What the viewport shows, drawn from the DOM: the fallback where the browser refuses a picture of the tab. Frames of
 * other origins, video and closed shadow roots stay empty. Undefined when it fails or takes too long. The drawing
 * shows personal data as the page does: whoever asked paints over it before anything is stored.
 */
export async function drawPage(): Promise<DrawnPage | undefined> {
  const drawing = html2canvas(document.documentElement, {
    x: scrollX,
    y: scrollY,
    width: innerWidth,
    height: innerHeight,
    windowWidth: innerWidth,
    windowHeight: innerHeight,
    scale: 1,
    logging: false,
    useCORS: false,
    allowTaint: false,
    ignoreElements: (element) => element.hasAttribute('data-zyb-bar'),
  });
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), limitMs));
  const canvas = await Promise.race([drawing, late]).catch(() => undefined);
  if (!canvas) return undefined;
  return { dataUrl: canvas.toDataURL('image/jpeg', 0.8), width: canvas.width, height: canvas.height };
}
