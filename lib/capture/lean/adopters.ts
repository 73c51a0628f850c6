import { addRoot, connectedRoots, type WeakRoots } from './weak-roots.ts';

/** Roots of more components than this are not asked for their sheets. */
const most = 2000;

/** Kept by the document they are in, and by the sheet: the frame above meets those of a same-origin iframe, whose own script heals. */
type Home = Document & { zybAdopters?: WeakRoots };
type Told = CSSStyleSheet & { zybText?: string };

const seen = new WeakSet<ShadowRoot>();

export const textOf = (sheet: CSSStyleSheet): string =>
  [...sheet.cssRules].map((rule) => rule.cssText).join('\n');

/** What the sheet said when this was asked last, or when it was first told with a component; from now on what it says now. */
export function readAnew(sheet: CSSStyleSheet): { before: string | undefined; now: string } {
  const before = (sheet as Told).zybText;
  const now = textOf(sheet);
  (sheet as Told).zybText = now;
  return { before, now };
}

/** Said of each shadow root that is told: what it adopted before it was in the page, it has called out to nobody. */
export function noteAdopter(root: ShadowRoot): void {
  const sheets = root.adoptedStyleSheets;
  if (!sheets?.length || seen.has(root)) return;
  seen.add(root);
  const home: Home = root.ownerDocument;
  home.zybAdopters ??= [];
  if (!addRoot(home.zybAdopters, root, most)) return;
  for (const sheet of sheets as Told[]) sheet.zybText ??= textOf(sheet);
}

/** The roots in this document that had sheets when they were told. */
export const knownAdopters = (): ShadowRoot[] => connectedRoots((document as Home).zybAdopters ?? []);
