import { absoluteCss } from './absolute-css.ts';
import type { Healing } from './healing.ts';
import { listenForHints } from './hints.ts';
import { noteTouchedStyle } from './lean/touched-styles.ts';
import { isTag } from './node-kinds.ts';
import { whenLeft } from './when-left.ts';

const STYLE_RULE = 8;
/** Changes inside rules are read this long after the first of them, ms. */
const gatheredMs = 60;

type Owner = HTMLStyleElement | HTMLLinkElement;

/**
 * Tells the rules that the page's script inserts into the sheets of style and link elements, deletes or changes, as
 * rrweb's rule data. Elements touched once are read by their rules from then on.
 */
export function healRules({ tell, idOf, checkoutSoon }: Healing, signal: AbortSignal): void {
  const changed = new Map<CSSRule, Owner>();
  /** A rule's text as last told. */
  const told = new WeakMap<CSSRule, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    for (const [rule, owner] of changed) {
      const id = idOf(owner);
      const text = rule.cssText;
      const index = Array.from(rulesOf(owner)).indexOf(rule);
      if (id <= 0 || index < 0 || told.get(rule) === text) continue;
      told.set(rule, text);
      // rrweb's replay adds before it removes.
      const adds = [{ rule: inFull(text, owner), index }];
      tell({ source: STYLE_RULE, id, adds, removes: [{ index: index + 1 }] });
    }
    changed.clear();
  };
  listenForHints(
    ['rule-in', 'rule-out', 'rule', 'css'],
    ({ kind, detail, target }) => {
      if (!isTag(target, 'style', 'link')) return checkoutSoon();
      noteTouchedStyle(target);
      const id = idOf(target);
      const rules = rulesOf(target);
      const index = kind === 'rule-in' && !detail ? rules.length - 1 : Number(detail);
      // One that is yet to be told is told with its rules.
      if (id <= 0) return;
      if (kind === 'css' || !Number.isInteger(index)) return checkoutSoon();
      const rule = rules[index];
      if (kind === 'rule') {
        if (!rule) return;
        changed.set(rule, target);
        timer ??= setTimeout(flush, gatheredMs);
      } else if (kind === 'rule-out') {
        // After the observers of changes made before it.
        queueMicrotask(() => tell({ source: STYLE_RULE, id, removes: [{ index }] }));
      } else if (rule) {
        const text = inFull(rule.cssText, target);
        queueMicrotask(() => tell({ source: STYLE_RULE, id, adds: [{ rule: text, index }] }));
      }
    },
    signal,
  );
  whenLeft('tell', flush, signal, true);
  signal.addEventListener('abort', () => clearTimeout(timer));
}

/** None where the sheet is of another origin that does not share it. */
function rulesOf({ sheet }: Owner): ArrayLike<CSSRule> {
  try {
    return sheet?.cssRules ?? [];
  } catch {
    return [];
  }
}

/** Its addresses are the sheet's, wherever the document that tells it stands. */
const inFull = (rule: string, { sheet, baseURI }: Owner) => absoluteCss(rule, sheet?.href ?? baseURI);
