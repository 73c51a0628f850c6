import type { CurrentWalk } from './current-walk.ts';

/**
 * What the walker must mind now: shown in the panels and the bar, kept with the session. `unstored` are warnings that
 * no disk could take, which a full one brings about: told from memory until they can be stored.
 */
export function createWarnings(dependencies: { current: CurrentWalk; announce(): void }) {
  const { current, announce } = dependencies;
  const unstored = new Map<string, string>();
  return {
    unstored: unstored as ReadonlyMap<string, string>,
    async warn(code: string, detail = ''): Promise<void> {
      const short = detail.slice(0, 300);
      const walk = await current.find().catch(() => undefined);
      if (walk?.session.warnings.some((each) => each.code === code && each.detail === short)) return;
      unstored.set(code, short);
      announce();
      await current.change((session) => ({
        warnings: [...session.warnings.filter((each) => each.code !== code), { code, detail: short }],
      }));
      unstored.delete(code);
      announce();
    },
    /** Takes warnings back that are no longer true. */
    async unwarn(...codes: string[]): Promise<void> {
      for (const code of codes) unstored.delete(code);
      const walk = await current.find();
      if (!walk?.session.warnings.some((each) => codes.includes(each.code))) return;
      await current.change((session) => ({
        warnings: session.warnings.filter((each) => !codes.includes(each.code)),
      }));
      announce();
    },
    /** Everything could be stored again: what was told from memory alone is over. */
    forgetUnstored: () => unstored.clear(),
  };
}
export type Warnings = ReturnType<typeof createWarnings>;
