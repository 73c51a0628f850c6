/** Something in a report that looks like personal data. `text`, `start` and `end` never leave this computer. */
export type PersonalFinding = {
  /** Where: list, row and field, such as `actions.a17.label`, `chunks.st1.4`, `assets.12`. */
  field: string;
  kind: string;
  /** The moment of the row or event, absolute; undefined for what has none. */
  at: number | undefined;
  text: string;
  start: number;
  end: number;
  /** In the walker's own words: asked about, not refused. SHA-256 of the whole text. */
  own: string | undefined;
};
