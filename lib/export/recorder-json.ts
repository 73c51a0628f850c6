import type { SessionReport } from '../model/report.ts';
import type { Move } from './moves.ts';
import { atWizardStep, goesBack, hasAnswered, reloads } from './page-script.ts';
import { placeholderFor } from './placeholders.ts';
import { planMoves } from './plan-moves.ts';
import { type RecorderStep, stepsOfAct } from './recorder-steps.ts';
import { isWholeUrl, patternOfUrl } from './url-pattern.ts';
import { whereItEnds } from './where-it-ends.ts';

export type ExportOptions = {
  /** Test data of one's own by field label, instead of the placeholders. */
  values?: Record<string, string>;
};

/** How long a player tries a step, ms: as long as players allow, for slow portals and for a person who signs in. */
const timeout = 30_000;

/**
 * The walk as Chrome DevTools Recorder JSON: opens in the Recorder panel and runs with `@puppeteer/replay`. Typed and
 * chosen values were never recorded: fields get fictitious placeholders, selects their first usable option. Steps,
 * pain points, uploads and sign-ins are custom steps (`zouyibian.…`), which players that do not know them pass over.
 */
export function recorderJson(report: SessionReport, { values = {} }: ExportOptions = {}): string {
  const { item } = report.session;
  const steps = createStepWriter(report, (move) => {
    const { action } = move;
    const own = Object.entries(values).find(([label]) => label === action.label)?.[1];
    return own ?? placeholderFor(action, report.fields, item.name);
  });
  const moves = planMoves(report);
  for (const move of moves) steps.write(move);
  const end = whereItEnds(moves, report.visits);
  if (end) steps.expectUrl(end.tab, end.url);
  const title = `走一遍：${item.name}（填写内容均为虚构占位值）`;
  return `${JSON.stringify({ title, timeout, steps: steps.all }, null, 2)}\n`;
}

function createStepWriter(report: SessionReport, valueOf: (move: Extract<Move, { kind: 'act' }>) => string) {
  const { session } = report;
  const shot = report.screenshots.find((each) => each.by === 'tab');
  const all: RecorderStep[] = [
    custom('about', {
      recordedBy: `${report.recorder.name} ${report.recorder.version}`,
      note: '填写内容不在记录中：本文件里的姓名、号码等均为虚构占位值，下拉框选第一个可选项，请换成测试数据后再用。',
    }),
    {
      type: 'setViewport',
      width: shot?.width ?? 1280,
      height: shot?.height ?? 800,
      deviceScaleFactor: 1,
      isMobile: false,
      hasTouch: false,
      isLandscape: false,
    },
  ];
  let mainTab: number | undefined;
  const addresses = new Map<number, string>();
  const awaitedFrames = new Set<string>();
  /** Pages, by tab and frame, on which something was done. */
  const acted = new Set<string>();

  const targetOf = (tab: number) => (tab === mainTab || tab < 0 ? {} : { target: addresses.get(tab) ?? '' });
  const arrived = (tab: number, url: string) => {
    addresses.set(tab, url);
    for (const keys of [awaitedFrames, acted])
      for (const key of keys) if (key.startsWith(`${tab}:`)) keys.delete(key);
  };
  const expression = (tab: number, text: string, framePath: number[] = []) =>
    all.push({
      type: 'waitForExpression',
      ...targetOf(tab),
      ...frameOf(framePath),
      expression: text,
    });
  const expectUrl = (tab: number, url: string) =>
    expression(tab, `new RegExp(${JSON.stringify(patternOfUrl(url))}).test(location.href)`);
  const awaitFrames = (tab: number, framePath: number[]) => {
    framePath.forEach((place, depth) => {
      const above = framePath.slice(0, depth);
      const key = `${tab}:${[...above, place].join('.')}`;
      if (awaitedFrames.has(key)) return;
      awaitedFrames.add(key);
      expression(tab, `window.frames.length > ${place}`, above);
    });
  };

  return {
    all,
    expectUrl,
    write(move: Move): void {
      const { tab } = move;
      if (mainTab === undefined && tab >= 0 && move.kind !== 'step') mainTab = tab;
      if (move.kind === 'open') {
        const { url, title } = move;
        all.push({
          type: 'navigate',
          ...targetOf(tab),
          url,
          assertedEvents: [{ type: 'navigation', url, title }],
        });
        arrived(tab, url);
      } else if (move.kind === 'arrive') {
        expectUrl(tab, move.url);
        arrived(tab, move.url);
      } else if (move.kind === 'back' || move.kind === 'reload') {
        const { url, title } = move;
        all.push({
          type: 'waitForExpression',
          ...targetOf(tab),
          expression: move.kind === 'back' ? goesBack : reloads,
          assertedEvents: [{ type: 'navigation', url, title }],
        });
        arrived(tab, url);
      } else if (move.kind === 'close') {
        // A player finds a tab by its whole address: one that was masked in part it would look for in vain.
        if (isWholeUrl(move.url)) all.push({ type: 'close', target: move.url });
        else all.push(custom('close', { url: move.url }));
      } else if (move.kind === 'sign-in') {
        all.push({ ...custom('signIn', { origin: move.origin }), ...targetOf(tab) });
        expression(tab, `location.origin !== ${JSON.stringify(move.origin)}`);
      } else if (move.kind === 'wizard') {
        awaitFrames(tab, move.framePath);
        expression(tab, atWizardStep(move.title), move.framePath);
      } else if (move.kind === 'step') {
        const { id, name, stage } = move.step;
        all.push(custom('step', { id, name, stage }));
      } else if (move.kind === 'pain-point') {
        const { moreCheckItems, persona } = move.point;
        const { id, kind, dimensionId, checkItemId, severity, note, need, measure, url } = move.point;
        const second = Math.round((move.at - session.startedAt) / 1000);
        all.push(
          custom('painPoint', {
            id,
            kind,
            dimensionId,
            checkItemId,
            ...(moreCheckItems ? { moreCheckItems } : {}),
            ...(persona ? { persona } : {}),
            severity,
            note,
            need,
            measure,
            url,
            second,
          }),
        );
      } else {
        awaitFrames(tab, move.framePath);
        for (const { url, count } of move.answers)
          expression(tab, hasAnswered(patternOfUrl(url), count), move.framePath);
        const page = `${tab}:${move.framePath.join('.')}`;
        const steps = stepsOfAct(move, valueOf(move), acted.has(page));
        all.push(...steps.map((step) => ({ ...step, ...targetOf(tab) })));
        acted.add(page);
        if (move.leadsTo) {
          // A frame that makes the whole page go on is gone itself: its own navigation cannot be waited for.
          if (move.framePath.length > 0) expectUrl(tab, move.leadsTo.url);
          arrived(tab, move.leadsTo.url);
        }
        if (move.opens) arrived(move.opens.tab, move.opens.url);
      }
    },
  };
}

function custom(name: string, parameters: object): RecorderStep {
  return { type: 'customStep', name: `zouyibian.${name}`, parameters };
}

function frameOf(framePath: number[]): { frame?: number[] } {
  return framePath.length > 0 ? { frame: framePath } : {};
}
