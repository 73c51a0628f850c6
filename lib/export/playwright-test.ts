import type { SessionReport } from '../model/report.ts';
import type { Move } from './moves.ts';
import { wizardMarks } from './page-script.ts';
import { placeholderFor } from './placeholders.ts';
import { planMoves } from './plan-moves.ts';
import { linesOfAct } from './playwright-acts.ts';
import { playwrightHelpers, playwrightImports, playwrightValues } from './playwright-head.ts';
import { scopeOf } from './playwright-locators.ts';
import { commentLine, literal } from './script-text.ts';
import { patternOfUrl } from './url-pattern.ts';
import { whereItEnds } from './where-it-ends.ts';

/**
 * The walk as a Playwright test in TypeScript: its steps as `test.step`, each element by its best way with others to
 * fall back on, pain points as annotations. Typed values were never recorded: fictitious placeholders stand in one
 * table at the top. Runs where the portal is reachable; ends by expecting the address the walk ended at.
 */
export function playwrightTest(report: SessionReport): string {
  const { session } = report;
  const moves = planMoves(report);
  const values = new Map<string, string>();
  const tabs = new Map<number, string>();
  const pageOf = (tab: number): string => {
    if (!tabs.has(tab)) tabs.set(tab, tabs.size === 0 ? 'page' : `page${tabs.size + 1}`);
    return tabs.get(tab) ?? 'page';
  };
  // Frames are found anew at each use, so those of the first page can be named once.
  const scopes = new Map<string, string>();
  const scopeIn = (page: string, framePath: number[]): string => {
    const scope = scopeOf(page, framePath);
    if (page !== 'page' || framePath.length === 0) return scope;
    if (!scopes.has(scope)) scopes.set(scope, `frame${framePath.join('_')}`);
    return scopes.get(scope) ?? scope;
  };
  const linesOf = (move: Exclude<Move, { kind: 'step' }>): string[] => {
    if (move.kind === 'pain-point') {
      const { kind, checkItemId, severity, note } = move.point;
      const type = kind === 'highlight' ? '亮点' : '痛点';
      return [
        `note(info, ${literal(type)}, ${literal([checkItemId, severity, note].filter(Boolean).join(' '))});`,
      ];
    }
    // Nothing is done for them.
    if (move.kind === 'route' || move.kind === 'gone') return [];
    const page = pageOf(move.tab);
    switch (move.kind) {
      case 'open':
        return [`await ${page}.goto(${literal(move.url)});`];
      case 'new-tab':
        return [
          `${page} = await page.context().newPage();`,
          `watchAnswers(${page});`,
          ...(move.url ? [`await ${page}.goto(${literal(move.url)});`] : []),
        ];
      case 'back':
        return [`await ${page}.goBack();`];
      case 'forward':
        return [`await ${page}.goForward();`];
      case 'reload':
        return [`await ${page}.reload();`];
      case 'close':
        return [`await ${page}.close();`];
      case 'arrive':
        return [`await ${page}.waitForURL(new RegExp(${literal(patternOfUrl(move.url))}));`];
      case 'sign-in':
        return [`await signIn(${page}, ${literal(move.origin)});`];
      case 'wizard': {
        const marks = `${scopeIn(page, move.framePath)}.locator(${literal(wizardMarks)})`;
        return [`await atWizardStep(${marks}, ${literal(move.title)});`];
      }
      default: {
        const key = move.action.label || move.action.selectors[0] || '未命名栏目';
        if (move.action.kind === 'type')
          values.set(key, placeholderFor(move.action, report.fields, session.item.name));
        const name = move.opens && pageOf(move.opens.tab);
        return linesOfAct(move, { page, scope: scopeIn(page, move.framePath), opened: name }, key);
      }
    }
  };

  const groups: { name: string; lines: string[] }[] = [];
  for (const move of moves) {
    if (move.kind === 'step') groups.push({ name: move.step.name, lines: [] });
    else {
      if (groups.length === 0) groups.push({ name: session.item.name, lines: [] });
      groups.at(-1)?.lines.push(...linesOf(move));
    }
  }
  const end = whereItEnds(moves);
  const expectation = end
    ? [`await expect(${pageOf(end.tab)}).toHaveURL(new RegExp(${literal(patternOfUrl(end.url))}));`]
    : [];
  const body = groups
    .filter(({ lines }) => lines.length > 0)
    .flatMap(({ name, lines }) => [
      `await test.step(${literal(name)}, async () => {`,
      ...lines.map((line) => `  ${line}`),
      '});',
    ]);
  return [
    commentLine(`走一遍：${session.item.name}。由走流程记录导出，填写内容均为虚构占位值。`),
    commentLine(`${report.recorder.name} ${report.recorder.version}`),
    playwrightImports,
    playwrightValues,
    'const values: Record<string, string> = {',
    ...[...values].map(([key, value]) => `  [${literal(key)}]: ${literal(value)},`),
    '};',
    playwrightHelpers,
    `test(${literal(session.item.name)}, async ({ page }) => {`,
    '  test.setTimeout(600_000);',
    '  const info = test.info();',
    '  watchAnswers(page);',
    ...[...scopes].map(([scope, name]) => `  const ${name} = ${scope};`),
    ...[...tabs.values()].slice(1).map((name) => `  let ${name} = page;`),
    ...[...body, ...expectation].map((line) => `  ${line}`),
    '});',
    '',
  ].join('\n');
}
