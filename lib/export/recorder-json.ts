import type { SessionReport } from '../model/report.ts';
import type { Move } from './moves.ts';
import { atWizardStep, goesBack, goesForward, hasAnswered, reloads } from './page-script.ts';
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
  // A tab that nobody needs for anything done in it need not be opened by hand.
  const acting = new Set(moves.filter(({ kind }) => kind === 'act').map(({ tab }) => tab));
  const idle = new Set(
    moves.filter(({ kind, tab }) => kind === 'new-tab' && !acting.has(tab)).map(({ tab }) => tab),
  );
  const needed = moves.filter(({ kind, tab }) => !idle.has(tab) || /^(step|pain-point|new-tab)$/.test(kind));
  for (const move of needed) steps.write(move);
  const end = whereItEnds(needed.filter(({ tab }) => !idle.has(tab)));
  if (end) steps.expectUrl(end.tab, end.url);
  const title = `走一遍：${item.name}（填写内容均为虚构占位值）`;
  return `${JSON.stringify({ title, timeout, steps: steps.all }, null, 2)}\n`;
}

function createStepWriter(report: SessionReport, valueOf: (move: Extract<Move, { kind: 'act' }>) => string) {
  const { session } = report;
  const shot = report.screenshots.find((each) => each.by === 'tab');
  // A picture may be finer than the page's own measure; one that does not say so is taken as it is.
  const view = shot?.view ?? shot ?? { width: 1280, height: 800 };
  const all: RecorderStep[] = [
    custom('about', {
      recordedBy: `${report.recorder.name} ${report.recorder.version}`,
      note: '填写内容不在记录中：本文件里的姓名、号码等均为虚构占位值，下拉框选第一个可选项，请换成测试数据后再用。',
    }),
    {
      type: 'setViewport',
      width: Math.round(view.width),
      height: Math.round(view.height),
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
  const goes = { back: goesBack, forward: goesForward, reload: reloads };
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
      } else if (move.kind === 'new-tab') {
        // No step of the format opens a tab.
        all.push(custom('undone', { what: `打开新标签页：${move.url || '空白页'}`, url: move.url }));
        arrived(tab, move.url);
      } else if (move.kind === 'route') {
        addresses.set(tab, move.url);
      } else if (move.kind === 'arrive') {
        // A player finds a tab by the address it shows: the new one, also where that is what is waited for.
        arrived(tab, move.url);
        expectUrl(tab, move.url);
      } else if (move.kind === 'back' || move.kind === 'forward' || move.kind === 'reload') {
        const { url, title } = move;
        all.push({
          type: 'waitForExpression',
          ...targetOf(tab),
          expression: goes[move.kind],
          assertedEvents: [{ type: 'navigation', url, title }],
        });
        if (move.kind !== 'reload' && move.within) addresses.set(tab, url);
        else arrived(tab, url);
      } else if (move.kind === 'close') {
        const url = addresses.get(tab) ?? move.url;
        // A player finds a tab by its whole address: one that was masked in part it would look for in vain.
        if (isWholeUrl(url)) all.push({ type: 'close', target: url });
        else all.push(custom('close', { url }));
      } else if (move.kind === 'gone') {
        addresses.delete(tab);
      } else if (move.kind === 'sign-in') {
        const signIn = custom('signIn', { origin: move.origin });
        // In another tab it may be over before a player has looked for it by the login's address; the next page is waited for anyway.
        all.push(signIn);
        if (tab === mainTab) expression(tab, `location.origin !== ${JSON.stringify(move.origin)}`);
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
          arrived(tab, move.leadsTo.url);
          // A frame that makes the whole page go on is gone itself: its own navigation cannot be waited for.
          if (move.framePath.length > 0) expectUrl(tab, move.leadsTo.url);
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
