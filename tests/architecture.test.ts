import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom, and which file is a library's door: read from the sources, never from a list of files. */
const root = resolve(import.meta.dirname, '..');
const houses = ['entrypoints', 'components', 'lib', 'server', 'scripts', 'tests'];

type Import = { file: string; target: string; typesOnly: boolean };

function sourcesIn(folder: string, kind = /\.tsx?$/): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (name === 'node_modules' || path.startsWith('tests/portal/static')) return [];
    if (statSync(join(root, path)).isDirectory()) return sourcesIn(path, kind);
    return kind.test(name) ? [path] : [];
  });
}

/** Static, dynamic, bare and re-exporting imports of a file; relative ones as paths from the root. */
export function importsOf(file: string, text: string): Import[] {
  const found: Import[] = [];
  const pattern =
    /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:([^'";]*?)\s+from\s+)?['"]([^'"…]+)['"]|\bimport\(\s*['"]([^'"…]+)['"]\s*\)(\.[\w.]+)?/g;
  for (const match of text.matchAll(pattern)) {
    const raw = match[4] ?? match[5] ?? '';
    const names = match[3]?.trim();
    // `{ type A, type B }` is types only, and so is `typeof import('…').x` in a type position.
    const inline =
      names?.startsWith('{') &&
      names
        .slice(1, -1)
        .split(',')
        .every((each) => !each.trim() || each.trim().startsWith('type '));
    const typeQuery = match[5] !== undefined && /typeof\s+$/.test(text.slice(0, match.index));
    const target = raw.startsWith('.') ? relative(root, resolve(root, dirname(file), raw)) : raw;
    found.push({ file, target, typesOnly: Boolean(match[2]) || Boolean(inline) || typeQuery });
  }
  return found;
}

const files = houses.flatMap((house) => sourcesIn(house));
const all = files.flatMap((file) => importsOf(file, readFileSync(join(root, file), 'utf8')));
const isOurs = (target: string) => houses.some((house) => target.startsWith(`${house}/`));
const from = (prefix: string) => all.filter((each) => each.file.startsWith(prefix));
const told = (wrong: Import[]) => wrong.map((each) => `${each.file} -> ${each.target}`);

const siblings = ['capture', 'store', 'assess', 'replay', 'deliver', 'export', 'packs', 'catalogue'];

describe('direction', () => {
  it('model imports Zod and itself only', () => {
    expect(
      told(
        from('lib/model/').filter((each) => each.target !== 'zod' && !each.target.startsWith('lib/model/')),
      ),
    ).toEqual([]);
  });

  it('redact imports nothing but itself', () => {
    expect(told(from('lib/redact/').filter((each) => !each.target.startsWith('lib/redact/')))).toEqual([]);
  });

  it('only tests leave masking rules out', () => {
    const wrong = all.filter(
      ({ file, target }) => target === 'lib/redact/with-faults.ts' && !file.startsWith('tests/'),
    );
    expect(told(wrong)).toEqual([]);
  });

  it.each(siblings)('%s imports no sibling: only model, redact, messages and its own', (name) => {
    const allowed = ['lib/model/', 'lib/redact/', `lib/${name}/`, 'lib/messages.ts'];
    const wrong = from(`lib/${name}/`).filter(
      (each) => isOurs(each.target) && !allowed.some((prefix) => each.target.startsWith(prefix)),
    );
    expect(told(wrong)).toEqual([]);
  });

  it('walk joins the others by what it is handed: of store and assess it knows types alone', () => {
    // Masking itself is handed in; which parts of an address metrics mode may keep is walk's own business.
    const allowed = ['lib/model/', 'lib/walk/', 'lib/messages.ts', 'lib/redact/quiet-url.ts'];
    const wrong = from('lib/walk/').filter((each) => {
      if (!isOurs(each.target) || allowed.some((prefix) => each.target.startsWith(prefix))) return false;
      return !(each.typesOnly && /^lib\/(store|assess|redact)\//.test(each.target));
    });
    expect(told(wrong)).toEqual([]);
  });

  it('messages and capture take types alone from the model, so that Zod never enters a page', () => {
    const wrong = [...from('lib/messages.ts'), ...from('lib/capture/')].filter(
      (each) =>
        !each.typesOnly &&
        (each.target.startsWith('lib/model/') || each.target === 'lib/messages.ts' || each.target === 'zod'),
    );
    expect(told(wrong)).toEqual([]);
  });

  it('nothing the recorder pulls into a page reaches Zod, Dexie or React', () => {
    const reached = new Set<string>();
    const visit = (file: string) => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const each of from(file).filter((one) => one.file === file && !one.typesOnly)) visit(each.target);
    };
    visit('entrypoints/recorder/index.ts');
    visit('entrypoints/identity.ts');
    visit('entrypoints/page-hints.ts');
    expect(reached.size).toBeGreaterThan(20);
    expect([...reached].filter((name) => /^(zod|dexie|react|react-dom|antd)\b/.test(name))).toEqual([]);
  });

  it('components import the model and each other: no browser API, store, network or entrypoint', () => {
    const outside = /^(react|react-dom|antd|@ant-design|@base-ui\/react|dayjs|echarts)(\/|$)/;
    const wrong = from('components/').filter(
      (each) =>
        !each.target.startsWith('components/') &&
        !each.target.startsWith('lib/model/') &&
        !outside.test(each.target),
    );
    expect(told(wrong)).toEqual([]);
    const words = files.filter(
      (file) =>
        file.startsWith('components/') &&
        /\b(?:browser|chrome)\.(?:runtime|tabs|storage|scripting|i18n|permissions)\b|\bfetch\(/.test(
          readFileSync(join(root, file), 'utf8'),
        ),
    );
    expect(words).toEqual([]);
  });

  it('the collector imports model, redact, assess and export; its review desk also components and replay', () => {
    const wrong = from('server/').filter((each) => {
      if (!isOurs(each.target)) return false;
      const allowed = ['server/', 'lib/model/', 'lib/redact/', 'lib/assess/', 'lib/export/'];
      // Both ends look for personal data with the same eyes (ADR 0024).
      if (each.file === 'server/scan-report.ts') allowed.push('lib/deliver/scan-report.ts');
      if (each.file.startsWith('server/web/')) allowed.push('components/', 'lib/replay/', 'lib/deliver/');
      // Its replay is built as the extension's is (ADR 0067).
      if (each.file === 'server/web/vite.config.ts') allowed.push('scripts/replay-rrweb.ts');
      return !allowed.some((prefix) => each.target.startsWith(prefix));
    });
    expect(told(wrong)).toEqual([]);
  });

  it('nothing imports entrypoints, server or tests but they themselves and the scripts that start them', () => {
    const wrong = all.filter((each) => {
      const house = /^(entrypoints|server|tests)\//.exec(each.target)?.[1];
      if (!house || each.file.startsWith(`${house}/`)) return false;
      return !(each.file.startsWith('scripts/') || each.file.startsWith('tests/')) || house === 'entrypoints';
    });
    expect(told(wrong)).toEqual([]);
  });
});

describe('doors', () => {
  const doors: [library: RegExp, doors: RegExp][] = [
    [/^zod(\/|$)/, /^lib\/model\/zod\.ts$/],
    [/^dexie$/, /^lib\/store\//],
    [/^dexie-react-hooks$/, /^(lib\/store|entrypoints\/\w+)\//],
    [/^rrweb(\/|$)/, /^lib\/(capture\/watch-replay\.ts$|replay\/)/],
    [/^@webext-core\/messaging$/, /^lib\/messages\.ts$/],
    [/^fflate$/, /^lib\/deliver\//],
    [/^exceljs$/, /^lib\/(export\/forms\/|catalogue\/read-xlsx\.ts)/],
    [/^docx$/, /^lib\/export\/forms\//],
    [/^html2canvas$/, /^lib\/capture\/draw-page\.ts$/],
    [/^axe-core$/, /^lib\/capture\/page-check\/run-axe\.ts$/],
    [/^web-vitals(\/|$)/, /^lib\/capture\/watch-timings\.ts$/],
    [/^wxt(\/|$)/, /^(wxt\.config\.ts|entrypoints\/)/],
    [
      /^(hono|@hono\/node-server|drizzle-orm|@electric-sql\/pglite|pg|better-auth|pino)(\/|$)/,
      /^(server|tests)\//,
    ],
    [/^@playwright\/test$/, /^(tests|scripts)\//],
  ];

  it.each(doors)('%s is imported at its door alone', (library, door) => {
    const wrong = all.filter(
      (each) =>
        !each.typesOnly &&
        library.test(each.target) &&
        !door.test(each.file) &&
        !each.file.startsWith('tests/'),
    );
    expect(told(wrong)).toEqual([]);
  });

  it('what makes Excel and Word files is loaded when somebody exports, never with a page', () => {
    const shipped = files.filter((file) => /^(entrypoints|components|lib|server)\//.test(file));
    const early = shipped.filter((file) =>
      /(?:^|\n)\s*import\s+(?!type\b)[^;]*?(?:['"](?:exceljs|docx)['"]|\/(?:write-(?:xlsx|docx)|forms-panel)\.tsx?['"])/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    );
    expect(early).toEqual([]);
  });

  it('every library the sources import is in package.json', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const known = new Set([
      ...Object.keys(manifest.dependencies ?? {}),
      ...Object.keys(manifest.devDependencies ?? {}),
    ]);
    const wrong = all.filter((each) => {
      if (
        isOurs(each.target) ||
        /^(node:|virtual:|\.|#)/.test(each.target) ||
        /^(public|locales|wxt\.config|package)/.test(each.target)
      )
        return false;
      const name = each.target
        .split('/')
        .slice(0, each.target.startsWith('@') ? 2 : 1)
        .join('/');
      return !known.has(name) && !known.has(`@types/${name}`);
    });
    expect(told(wrong)).toEqual([]);
  });
});

describe('the reader of imports', () => {
  it('sees static, type-only, bare, dynamic and re-exported imports', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type { B } from '../b.ts';",
      "import { type C } from './c.ts';",
      "import './style.css';",
      "const d = await import('./d.ts');",
      "export { e } from './e.ts';",
      "const f: typeof import('./f.ts').f = 1;",
    ].join('\n');
    const found = importsOf('lib/x/y.ts', text).map(
      (each) => `${each.target}${each.typesOnly ? ' type' : ''}`,
    );
    expect(found).toEqual([
      'lib/x/a.ts',
      'lib/b.ts type',
      'lib/x/c.ts type',
      'lib/x/style.css',
      'lib/x/d.ts',
      'lib/x/e.ts',
      'lib/x/f.ts type',
    ]);
  });
});

describe('the house', () => {
  it('no file of the project names a machine path or is skipped without a reason', () => {
    const wrong = files
      .filter((file) => file !== 'tests/architecture.test.ts')
      .filter((file) => {
        const text = readFileSync(join(root, file), 'utf8');
        return (
          /(?:^|[^.a-z])\/(?:work|root)\/[a-z.]/.test(text) ||
          /\b(?:it|test|describe)\.(?:skip|only|todo|fixme)\(/.test(text)
        );
      });
    expect(wrong).toEqual([]);
  });

  it('code that runs in a browser calls nothing newer than Chromium 102', () => {
    const newer = new RegExp(
      String.raw`\.(toSorted|toReversed|toSpliced|withResolvers|checkVisibility|toHex|bytes|isSubsetOf|symmetricDifference)\(` +
        String.raw`|AbortSignal\.(timeout|any)\(|URL\.(canParse|parse)\(|(Object|Map)\.groupBy\(|Array\.fromAsync\(|Promise\.try\(` +
        String.raw`|Uint8Array\.from(Base64|Hex)\(|\.(values|keys|entries)\(\)\.(map|filter|take|drop|toArray|some|every|find)\(`,
    );
    const inBrowser = files.filter((file) => /^(lib|components|entrypoints|server\/web)\//.test(file));
    expect(inBrowser.length).toBeGreaterThan(100);
    expect(
      inBrowser.filter((file) =>
        newer.test(readFileSync(join(root, file), 'utf8').replaceAll(/^\s*(\/\/|\*).*$/gm, '')),
      ),
    ).toEqual([]);
  });

  it('style sheets of ours know nothing newer than Chromium 102, which would drop the rule without a word', () => {
    const newer =
      /:(?:has\(|modal|popover-open|user-(?:in)?valid|open\b)|\bcolor-mix\(|\blight-dark\(|@(?:container|starting-style|scope)\b|\btext-wrap\b|\d[dsl]v[hwib]\b|(?:^|[{;])\s*&/m;
    const sheets = ['components', 'entrypoints', 'server/web'].flatMap((folder) =>
      sourcesIn(folder, /\.css$/),
    );
    expect(sheets.length).toBeGreaterThan(20);
    expect(sheets.filter((file) => newer.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it('capture asks no node for its class, which may be that of another window', () => {
    const asked = /\binstanceof\s+(?!(?:\w*Error|DOMException)\b)/;
    const wrong = files.filter(
      (file) =>
        file.startsWith('lib/capture/') &&
        asked.test(readFileSync(join(root, file), 'utf8').replaceAll(/^\s*(\/\/|\/?\*).*$/gm, '')),
    );
    expect(wrong).toEqual([]);
  });

  it('nothing that is put into a page moves by itself, or presses in frames are lost (docs/adr/0063)', () => {
    const moving = /@keyframes|\banimation\b|\.animate\(/;
    const inPages = files.filter((file) => /^components\/(?:in-page-bar|element-picker)\//.test(file));
    expect(inPages.length).toBeGreaterThan(10);
    expect(inPages.filter((file) => moving.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it('page-hints imports nothing but WXT’s own definition', () => {
    expect(
      importsOf(
        'entrypoints/page-hints.ts',
        readFileSync(join(root, 'entrypoints/page-hints.ts'), 'utf8'),
      ).map((each) => each.target),
    ).toEqual(['wxt/utils/define-unlisted-script']);
  });
});
