import { seeFreeTexts } from '../../model/free-texts.ts';
import { SessionReport } from '../../model/report.ts';
import { fieldOf } from './field-of.ts';

/**
 * The walker's own words that look like personal data and were kept on purpose, as they stand. `hash` (lower-case
 * SHA-256) leaves out those that were changed after that was said; a report that a collector took needs none, since it
 * was checked there and stays as it is.
 */
export async function keptWords(
  report: SessionReport,
  hash?: (text: string) => Promise<string>,
): Promise<string[]> {
  const kept = report.edits?.kept ?? [];
  if (kept.length === 0) return [];
  const words = new Map<string, string>();
  seeFreeTexts(SessionReport, report, (text, path) => words.set(fieldOf(report, path), text));
  const found = new Set<string>();
  for (const { field, text } of kept) {
    const now = words.get(field);
    if (now?.trim() && (!hash || (await hash(now)) === text)) found.add(now.trim());
  }
  return [...found];
}
