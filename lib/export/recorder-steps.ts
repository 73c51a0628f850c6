import { gripOf } from './grip.ts';
import type { ActMove } from './moves.ts';
import {
  answersDialogs,
  chooseFirst,
  isAtRest,
  isOpened,
  isUncovered,
  leavesField,
  leavesMenu,
  searchesAgain,
} from './page-script.ts';
import { undoneWords } from './undone-words.ts';
import { plainWaysOf, waysToFirst } from './ways.ts';

export type RecorderStep = { type: string } & Record<string, unknown>;

/**
 * The recorder steps of one action, in its frame; `value` is what a typed field gets. `acted`: something was done on its
 * page before, and may still be moving.
 */
export function stepsOfAct(move: ActMove, value: string, acted: boolean): RecorderStep[] {
  const done = stepsAlone(move, value, acted);
  const answers = done.length > 0 ? move.dialogs : [];
  return [...answers.map(({ framePath, kinds }) => waitFor(answersDialogs(kinds), framePath)), ...done];
}

function stepsAlone(move: ActMove, value: string, acted: boolean): RecorderStep[] {
  const { action, framePath } = move;
  const frame = framePath.length > 0 ? { frame: framePath } : {};
  const selectors = chains(move.sought ? withoutTexts(action.selectors) : action.selectors);
  if (selectors.length === 0) return [undone(move)];
  switch (action.kind) {
    case 'type':
      return [{ type: 'change', ...frame, selectors, value }, ...searchOf(move)];
    case 'select':
      return [waitFor(chooseFirst(plainWaysOf(action.selectors)), framePath)];
    case 'key': {
      const key = action.value?.key ?? 'Enter';
      return [
        { type: 'keyDown', key, ...assertedOf(move) },
        { type: 'keyUp', key },
      ];
    }
    case 'upload': {
      const opener = move.opener ? { opener: chains(move.opener.selectors) } : {};
      const parameters = { label: action.label, files: action.value?.files ?? [], selectors, ...opener };
      return [{ type: 'customStep', name: 'zouyibian.upload', ...frame, parameters }];
    }
    case 'drag':
      return [
        { type: 'customStep', name: 'zouyibian.drag', ...frame, parameters: { selectors, ...dropOf(move) } },
      ];
    default: {
      const until = [
        ...(move.afterTyping && !move.sought ? [leavesField] : []),
        ...(acted ? [isAtRest] : []),
        ...(move.afterToast ? [isUncovered(plainWaysOf(action.selectors))] : []),
      ];
      const hovers = (action.hovered ?? []).map(chains).filter((ways) => ways.length > 0);
      return [
        ...(until.length > 0 ? [waitFor(until.join(' && '), framePath)] : []),
        ...hovers.map((ways) => ({ type: 'hover', ...frame, selectors: ways })),
        ...(hovers.length > 0 ? [waitFor(isOpened(plainWaysOf(action.selectors)), framePath)] : []),
        { type: 'click', ...frame, selectors, ...offsetOf(move), ...assertedOf(move) },
        ...(hovers.length > 0 && !move.leadsTo ? [waitFor(leavesMenu, framePath)] : []),
      ];
    }
  }
}

/** Nothing finds it again: the file says so where it was done. */
function undone({ action }: ActMove): RecorderStep {
  return { type: 'customStep', name: 'zouyibian.undone', parameters: { what: undoneWords(action) } };
}

/** Typed words that may have narrowed a list. */
function searchOf({ action, chosen, framePath }: ActMove): RecorderStep[] {
  if (!chosen) return [];
  const ways = plainWaysOf(chosen.selectors);
  if (ways.length === 0) return [];
  return [waitFor(searchesAgain(plainWaysOf(action.selectors), ways, chosen.label), framePath)];
}

/** Players look for texts in what fields hold, too: there stands what was sought. */
function withoutTexts(selectors: readonly string[]): string[] {
  const others = selectors.filter((way) => !way.startsWith('text/'));
  return others.length > 0 ? others : [...selectors];
}

function waitFor(expression: string, framePath: readonly number[]): RecorderStep {
  return { type: 'waitForExpression', ...(framePath.length > 0 ? { frame: framePath } : {}), expression };
}

/** The recorder's form: each way is a list, one entry for each shadow tree passed through. */
function chains(selectors: readonly string[]): string[][] {
  return waysToFirst(selectors).map((way) => [way]);
}

function assertedOf({ leadsTo, framePath }: ActMove): { assertedEvents?: object[] } {
  if (!leadsTo || framePath.length > 0) return {};
  return { assertedEvents: [{ type: 'navigation', url: leadsTo.url, title: leadsTo.title }] };
}

function offsetOf({ action }: ActMove): { offsetX: number; offsetY: number } {
  const { x, y } = gripOf(action) ?? { x: 1, y: 1 };
  return { offsetX: x, offsetY: y };
}

/** The recorder's schema knows no drag: what a player needs for one stands in a custom step. */
function dropOf({ action }: ActMove): object {
  const { drop } = action;
  if (!drop) return {};
  const { by, inside } = drop;
  const onto = drop.selectors?.length ? { onto: chains(drop.selectors), inside } : {};
  return { grip: gripOf(action), by, ...onto };
}
