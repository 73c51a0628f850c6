import { gripOf } from './grip.ts';
import type { ActMove } from './moves.ts';
import { chooseFirst, isUncovered } from './page-script.ts';
import { plainWaysOf, waysOf } from './ways.ts';

export type RecorderStep = { type: string } & Record<string, unknown>;

/** The recorder steps of one action, in its frame; `value` is what a typed field gets. */
export function stepsOfAct(move: ActMove, value: string): RecorderStep[] {
  const { action, framePath } = move;
  const frame = framePath.length > 0 ? { frame: framePath } : {};
  const selectors = chains(action.selectors);
  const steps: RecorderStep[] = [];
  if (selectors.length === 0) return [];
  switch (action.kind) {
    case 'type':
      return [{ type: 'change', ...frame, selectors, value }];
    case 'select':
      return [
        { type: 'waitForExpression', ...frame, expression: chooseFirst(plainWaysOf(action.selectors)) },
      ];
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
    default:
      if (move.afterToast) {
        const expression = isUncovered(plainWaysOf(action.selectors));
        steps.push({ type: 'waitForExpression', ...frame, expression });
      }
      return [...steps, { type: 'click', ...frame, selectors, ...offsetOf(move), ...assertedOf(move) }];
  }
}

/** The recorder's form: each way is a list, one entry for each shadow tree passed through. */
function chains(selectors: readonly string[]): string[][] {
  return waysOf(selectors).map((way) => [way]);
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
