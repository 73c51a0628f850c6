import { useEffect } from 'react';
import { fitScale } from './scrub-geometry.ts';

/** The recorded viewport: the size the player gave to the frames in its container, whatever their scale. */
function innerSize(container: HTMLElement): { width: number; height: number } {
  let width = 0;
  let height = 0;
  for (const frame of container.querySelectorAll('iframe')) {
    width = Math.max(width, frame.offsetWidth);
    height = Math.max(height, frame.offsetHeight);
  }
  return { width, height };
}

/** Keeps the container's content scaled to its stage and in the middle of it, whenever either changes its size. */
export function useFit(stage: HTMLElement | null, container: HTMLElement | null) {
  useEffect(() => {
    if (!stage || !container) return;
    const fit = () => {
      const inner = innerSize(container);
      if (inner.width === 0) return;
      const scale = fitScale(inner, { width: stage.clientWidth, height: stage.clientHeight });
      const x = Math.max(0, (stage.clientWidth - inner.width * scale) / 2);
      const y = Math.max(0, (stage.clientHeight - inner.height * scale) / 2);
      container.style.width = `${inner.width}px`;
      container.style.height = `${inner.height}px`;
      container.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    };
    const sizes = new ResizeObserver(fit);
    const watchFrames = () => {
      for (const frame of container.querySelectorAll('iframe')) sizes.observe(frame);
      fit();
    };
    const frames = new MutationObserver(watchFrames);
    frames.observe(container, { childList: true, subtree: true });
    sizes.observe(stage);
    watchFrames();
    return () => {
      frames.disconnect();
      sizes.disconnect();
    };
  }, [stage, container]);
}
