import type { Action } from '../model/action.ts';
import { gripOf } from './grip.ts';
import type { ActMove } from './moves.ts';
import { locatorsOf } from './playwright-locators.ts';
import { literal } from './script-text.ts';
import { undoneWords } from './undone-words.ts';
import { patternOfUrl } from './url-pattern.ts';

/** Names in the script: the action's tab, its frame, and the tab it opens if any. */
type Names = { page: string; scope: string; opened?: string | undefined };

/** The lines of one action; a typed field gets what stands in the table under `valueKey`. */
export function linesOfAct(move: ActMove, { page, scope, opened }: Names, valueKey: string): string[] {
  const { action, opener, leadsTo } = move;
  const ways = locatorsOf(scope, action.selectors);
  if (ways.length === 0) return [undone(action)];
  const finding = `await find(${ways.join(', ')})`;
  // Waiting for the tab begins when its opener is there, not while it is looked for.
  const found = opened ? `opener_${opened}` : `(${finding})`;
  const done = ((): string[] => {
    switch (action.kind) {
      case 'type':
        return linesOfTyping(move, scope, finding, valueKey);
      case 'select':
        return [`await chooseFirst(${finding});`];
      case 'check':
        return [`await ${found}.setChecked(${action.value?.checked !== false});`];
      case 'key':
        return [`await ${found}.press(${literal(action.value?.key ?? 'Enter')});`];
      case 'upload': {
        const files = (action.value?.files ?? []).map(
          ({ extension, bytes }) => `madeFile(${literal(extension)}, ${Math.round(bytes)})`,
        );
        if (!opener) return [`await ${ways[0]}.setInputFiles([${files.join(', ')}]);`];
        return [
          '{',
          `  const opener = await find(${locatorsOf(scope, opener.selectors).join(', ')});`,
          `  const chooser = ${page}.waitForEvent('filechooser');`,
          '  await opener.click();',
          `  await (await chooser).setFiles([${files.join(', ')}]);`,
          '}',
        ];
      }
      case 'drag': {
        const { drop } = action;
        // A recording of an older version does not say where it went.
        if (!drop) return [undone(action)];
        const pull = [page, found, pointLiteral(gripOf(action)), pointLiteral(drop.by)];
        const takers = locatorsOf(scope, drop.selectors ?? []);
        if (takers.length > 0) pull.push(`await find(${takers.join(', ')})`, pointLiteral(drop.inside));
        return [`await drag(${pull.join(', ')});`];
      }
      default:
        return [`await ${found}.click();`];
    }
  })();
  const opening = opened
    ? [
        `const opener_${opened} = ${finding};`,
        `const opening_${opened} = ${page}.context().waitForEvent('page');`,
        ...done,
        `${opened} = await opening_${opened};`,
        `watchAnswers(${opened});`,
      ]
    : done;
  const hovers = (action.hovered ?? [])
    .map((selectors) => locatorsOf(scope, selectors))
    .filter((each) => each.length > 0)
    .map((each) => `await (await find(${each.join(', ')})).hover();`);
  const arriving = leadsTo
    ? [`await ${page}.waitForURL(new RegExp(${literal(patternOfUrl(leadsTo.url))}));`]
    : [];
  // What was opened by hovering lies over the rest until the pointer leaves it.
  const leaving = hovers.length > 0 ? [`await ${page}.mouse.move(0, 0);`] : [];
  return [`await answered(${page});`, ...hovers, ...opening, ...arriving, ...leaving];
}

function linesOfTyping({ chosen }: ActMove, scope: string, finding: string, valueKey: string): string[] {
  const value = `values[${literal(valueKey)}] ?? ''`;
  const ways = chosen ? locatorsOf(scope, chosen.selectors) : [];
  if (!chosen || ways.length === 0) return [`await fillIn(${finding}, ${value});`];
  return [`await search(${finding}, ${value}, ${literal(chosen.label)}, ${ways.join(', ')});`];
}

/** Stands in the test's report. */
const undone = (action: Action) => `note(info, '未重做', ${literal(undoneWords(action))});`;

const pointLiteral = ({ x, y } = { x: 0, y: 0 }) => `{ x: ${Math.round(x)}, y: ${Math.round(y)} }`;
