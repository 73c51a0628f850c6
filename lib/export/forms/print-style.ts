import { paper, webFaces } from './print-look.ts';

/**
 * What is left of the page's edge beside the mark, mm. The mark stands in the left margin of every page, in two lines:
 * what is fixed is printed on each, and beside the text it can lie on none. Boxes of the page's margin come with
 * Chromium 131 alone, and what is moved out of the page's area is cut off.
 */
const edge = 4;

/** A border on the very edge of the page's area is cut off, mm. */
const room = 0.5;

/** Style sheet of a printed form: looks on the screen like the paper it becomes. */
export function printStyle(landscape: boolean): string {
  const side = landscape ? paper.margin : 22;
  const width = (landscape ? paper.long : paper.short) - 2 * side;
  return `
@page { size: A4 ${landscape ? 'landscape' : 'portrait'}; margin: ${paper.top}mm ${side}mm ${paper.bottom}mm ${edge}mm; }
* { box-sizing: border-box; }
body { width: ${width}mm; margin: 8mm auto; color: #000; background: #fff; font: 12pt/1.5 ${webFaces.body}; }
h1 { margin: 4pt 0 10pt; font: bold 20pt/1.4 ${webFaces.title}; text-align: center; }
h2 { margin: 14pt 0 5pt; font: 14pt/1.4 ${webFaces.head}; break-after: avoid; }
.mark { display: flex; justify-content: space-between; margin: 0; font: 14pt ${webFaces.head}; }
.head { display: flex; gap: 12pt; justify-content: space-between; margin: 0 0 6pt; }
.head span:last-child { white-space: nowrap; }
.words { margin: 0 0 4pt; text-indent: 2em; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
th, td { padding: 2pt 4pt; border: 0.75pt solid #000; overflow-wrap: anywhere; vertical-align: middle; }
th { font: 12pt/1.4 ${webFaces.head}; }
.center { text-align: center; }
.grid .right { text-align: right; vertical-align: bottom; }
.grid tr { break-inside: avoid; }
.note { margin: 4pt 0 0; font-size: 10.5pt; }
.again { break-before: page; }
tr { break-inside: auto; }
[data-kind="session-report"] td, [data-kind="session-report"] th { font-size: 10.5pt; }
.bars th { width: 28%; text-align: right; }
.bars td:last-child { width: 12%; text-align: center; }
.bars th, .bars td { border: 0; }
.bars i { display: block; height: 11pt; background: #1557b0; print-color-adjust: exact; }
.strip { position: relative; height: 26pt; border: 0.75pt solid #000; }
.strip i { position: absolute; top: 0; bottom: 0; overflow: hidden; padding: 0 2pt; border-right: 0.75pt solid #000;
  background: #e8f0fb; font: 9pt/24pt ${webFaces.head}; white-space: nowrap; print-color-adjust: exact; }
.strip i:nth-child(even) { background: #c9dcf5; }
figure { margin: 0 0 10pt; text-align: center; break-inside: avoid; }
figure .shot { position: relative; display: inline-block; max-width: 100%; }
figure svg { position: absolute; inset: 0; width: 100%; height: 100%; }
figure svg path { fill: none; stroke-linecap: round; stroke-linejoin: round; }
figure svg text { font-weight: 600; paint-order: stroke; stroke: #fff; stroke-linejoin: round; }
figure .shot img { display: block; }
figure img { max-width: 100%; max-height: 105mm; border: 0.75pt solid #999; }
figcaption { font-size: 11pt; }
.gone { padding: 20pt; border: 0.75pt dashed #999; }
.every { display: none; }
@media print {
  body { width: auto; margin: 0; padding: 0 ${room}mm 0 ${side - edge}mm; }
  .mark span:last-child { visibility: hidden; }
  .every { display: block; position: fixed; top: 0; left: 0; width: 2em; margin: 0; font: 12pt/1.2 ${webFaces.head}; }
}
`;
}
