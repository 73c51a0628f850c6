import { Id, ShortText } from './primitives.ts';
import { Stage } from './stage.ts';
import { z } from './zod.ts';

function isRegExp(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}

const Pattern = z.string().max(400).refine(isRegExp, 'not a valid regular expression');

/** An address that fits `pattern` (tested on origin + path + fragment, without query) belongs to `stage`. */
export const StageRule = z.object({
  pattern: Pattern,
  stage: Stage,
  /** The step's name; without one the page's title is used. */
  name: ShortText.optional(),
});
export type StageRule = z.infer<typeof StageRule>;

/** 站点配置: how one portal is built. */
export const SiteProfile = z.object({
  id: Id,
  name: ShortText.min(1),
  region: ShortText.default(''),
  /** True for a portal to practise on: its walks count for no coverage. */
  practice: z.boolean().default(false),
  /** Hosts (no scheme, port optional, leading `*.` allowed) that belong to the portal. */
  hosts: z.array(z.string().min(1).max(200)).min(1),
  /** Unified login and the like: enter and leave times only, no DOM, no picture, no parameters. */
  identityHosts: z.array(z.string().min(1).max(200)).default([]),
  startUrl: z.string().max(500).optional(),
  /** First match wins. */
  stageRules: z.array(StageRule).default([]),
  /** Where a wizard shows its current step: CSS selectors whose text names it, and the stage it belongs to. */
  wizardSteps: z.array(z.object({ selector: z.string().max(300), stage: Stage.optional() })).default([]),
  /** Query parameters whose values may be kept, per address pattern. */
  safeParams: z.array(z.object({ pathPattern: Pattern, params: z.array(z.string().max(60)) })).default([]),
  /** Path segments beyond those of the stage rules that name a place and no person: kept where only metrics are. */
  plainPaths: z.array(z.string().min(1).max(80)).default([]),
  /** Labels of guide-page fields beyond the common dictionary. */
  guideFields: z.array(ShortText).default([]),
  /** Clicks on these would file a real application: the bar warns once. */
  submitSelectors: z.array(z.string().max(300)).default([]),
});
export type SiteProfile = z.infer<typeof SiteProfile>;

/** True when `host` (with or without port) is named by one of `patterns` (`*.` matches any subdomain). */
export function hostMatches(host: string, patterns: readonly string[]): boolean {
  const bare = host.replace(/:\d+$/, '');
  return patterns.some((pattern) => {
    if (pattern.startsWith('*.')) return bare === pattern.slice(2) || bare.endsWith(pattern.slice(1));
    return pattern === host || pattern === bare;
  });
}

/**
 * Path segments that may be kept of a walk of which only metrics are: those named by the profile, and the words that
 * its own patterns spell out.
 */
export function plainPathsOf(profile: SiteProfile | undefined): string[] {
  if (!profile) return [];
  const patterns = [...profile.stageRules.map(({ pattern }) => pattern)];
  patterns.push(...profile.safeParams.map(({ pathPattern }) => pathPattern));
  const words = patterns.flatMap((pattern) => {
    const path = pattern.replace(/^\^?https?\??:\\?\/\\?\/(?:[^/\\]|\\.)*/, '');
    const plain = path.replace(/\\([./-])/g, '$1').replace(/\\./g, '|');
    return plain.match(/[A-Za-z_][\w.-]*/g) ?? [];
  });
  return [...new Set([...profile.plainPaths, ...words])];
}

/** The address as stage rules and page keys see it: origin, path and, where the fragment is a route (`#/…`), that. */
export function addressOf(url: string): string {
  const [beforeHash = '', hash = ''] = url.split('#', 2);
  const path = beforeHash.split('?')[0] ?? '';
  const route = hash.split('?')[0] ?? '';
  return /^!?\//.test(route) ? `${path}#${route}` : path;
}

/** The first stage rule that fits, or undefined. */
export function findStageRule(url: string, profile: SiteProfile | undefined): StageRule | undefined {
  const address = addressOf(url);
  return profile?.stageRules.find((rule) => new RegExp(rule.pattern).test(address));
}
