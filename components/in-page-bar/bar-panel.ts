/** What the bar's panel shows now may use keys, hear typing, and be told that it goes away. */
export type View = {
  /** A plain key while nobody types; true when it was used. */
  onKey?(key: string): boolean;
  /** True when Escape only went one step back. */
  onEscape?(): boolean;
  onInput?(): void;
  /** How the walk stands has changed. */
  onState?(): void;
  onGone?(): void;
  /** The page goes, or is put away, with the view still open. */
  onPageGoes?(): void;
};

/** The one panel under (or above) the bar. */
export type BarPanel = {
  element: HTMLElement;
  show(view: View): void;
  /** False once another view took its place or the panel was closed: a late answer then comes to nothing. */
  shows(view: View): boolean;
  close(): void;
};
