/** How this frame stands to its parent, which decides who records it. */
export type FrameKin =
  /** A tab's main frame, a frame of another origin, or a FRAME of a frameset: records itself. */
  | 'own-stream'
  /** A same-origin IFRAME: its parent's rrweb records it, only the watchers run here. */
  | 'inside-parent'
  /** rrweb's own helper iframe, or one that shows nothing: leave it alone, or recorders breed until the page dies. */
  | 'ignore';

export function frameKin(): FrameKin {
  if (window === window.top) return 'own-stream';
  // Null when the parent is of another origin. Reaching for its document would throw, and an error made while the script
  // begins costs a process 25 ms: V8 reads all of it again for the line numbers.
  const host = window.frameElement;
  if (!host || host.tagName !== 'IFRAME') return 'own-stream';
  const src = host.getAttribute('src');
  if (!src && (host as HTMLElement).style.display === 'none') return 'ignore';
  if (!src && host.classList.contains('html2canvas-container')) return 'ignore';
  return 'inside-parent';
}
