/** Where replays are drawn: fits each layer into the container, whole and centred, whatever its size. */
export type Layer = {
  element: HTMLElement;
  fit(width: number, height: number): void;
  reveal(): void;
  remove(): void;
};
export type Stage = { addLayer(): Layer; setHidden(hidden: boolean): void; destroy(): void };

const pointer =
  "url('data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 16 20%22%3E" +
  '%3Cpath d=%22M1 1v15l4-4 2.6 6 2.6-1.1L7.6 11H13z%22 fill=%22%23111%22 stroke=%22%23fff%22/%3E%3C/svg%3E' +
  "')";

/** The Replayer's own elements: its frame, and a pointer with a ring that closes in at a click. */
const styles = `
.zyb-stage { position: relative; overflow: hidden; width: 100%; height: 100%; background: #e8eaed; }
.zyb-layer { position: absolute; left: 0; top: 0; transform-origin: 0 0; visibility: hidden; background: #fff; }
.zyb-layer .replayer-wrapper { position: relative; }
.zyb-layer iframe { display: block; border: 0; background: #fff; }
.zyb-layer .replayer-mouse { position: absolute; z-index: 1; width: 16px; height: 20px; pointer-events: none;
  background: ${pointer} 0 0 / contain no-repeat; transition: left 50ms linear, top 50ms linear; }
.zyb-layer .replayer-mouse::after { content: ''; position: absolute; left: -14px; top: -14px; width: 28px;
  height: 28px; border-radius: 50%; border: 2px solid #d4380d; opacity: 0; }
.zyb-layer .replayer-mouse.active::after { animation: zyb-click 450ms ease-out; }
.zyb-layer .replayer-mouse.touch-device { background: none; }
@keyframes zyb-click { from { opacity: 1; transform: scale(1.4); } to { opacity: 0; transform: scale(0.4); } }
@media (prefers-reduced-motion: reduce) { .zyb-layer .replayer-mouse { transition: none; } }`;

export function createStage(container: HTMLElement): Stage {
  const doc = container.ownerDocument;
  const style = doc.createElement('style');
  style.textContent = styles;
  const host = doc.createElement('div');
  host.className = 'zyb-stage';
  container.append(style, host);
  const fits = new Set<() => void>();
  const observer = new ResizeObserver(() => {
    for (const fit of fits) fit();
  });
  observer.observe(container);

  function addLayer(): Layer {
    const element = doc.createElement('div');
    element.className = 'zyb-layer';
    host.append(element);
    let size = { width: 1280, height: 720 };
    const fit = () => {
      const { clientWidth } = host;
      // A container without a height of its own takes the page's proportions.
      const ownHeight = container.clientHeight - style.offsetHeight;
      if (ownHeight < 8) host.style.height = `${(clientWidth * size.height) / size.width}px`;
      const scale = Math.min(clientWidth / size.width, host.clientHeight / size.height);
      const left = (clientWidth - size.width * scale) / 2;
      const top = (host.clientHeight - size.height * scale) / 2;
      element.style.width = `${size.width}px`;
      element.style.height = `${size.height}px`;
      element.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
    };
    fits.add(fit);
    fit();
    return {
      element,
      fit(width, height) {
        size = { width, height };
        fit();
      },
      reveal: () => void (element.style.visibility = 'visible'),
      remove() {
        fits.delete(fit);
        element.remove();
      },
    };
  }

  return {
    addLayer,
    setHidden: (hidden) => void (host.style.visibility = hidden ? 'hidden' : ''),
    destroy() {
      observer.disconnect();
      host.remove();
      style.remove();
    },
  };
}
