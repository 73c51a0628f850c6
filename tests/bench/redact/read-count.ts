/** The number behind `--name`, or what stands in for it. */
export function readCount(args: readonly string[], name: string, otherwise: number): number {
  const at = args.indexOf(`--${name}`);
  const value = at < 0 ? Number.NaN : Number(args[at + 1]);
  return Number.isFinite(value) && value >= 0 ? value : otherwise;
}
