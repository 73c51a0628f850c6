import type { SessionReport } from '../model/report.ts';
import { dayForFile, nameForFile } from './file-name.ts';
import { harOf } from './har.ts';
import { playwrightTest } from './playwright-test.ts';
import { recorderJson } from './recorder-json.ts';

export type ExportKind = 'recorder' | 'playwright' | 'har';

const forms: Record<ExportKind, { extension: string; type: string; textOf(report: SessionReport): string }> =
  {
    recorder: { extension: 'json', type: 'application/json', textOf: (report) => recorderJson(report) },
    playwright: { extension: 'spec.ts', type: 'text/plain', textOf: playwrightTest },
    har: { extension: 'har', type: 'application/json', textOf: harOf },
  };

/** A report in a form other tools read, with a name for the file: what it is, the item, the day. */
export function exportFile(
  report: SessionReport,
  kind: ExportKind,
): { name: string; type: string; text: string } {
  const { extension, type, textOf } = forms[kind];
  const { item, startedAt } = report.session;
  const name = `走流程_${nameForFile(item.name)}_${dayForFile(startedAt)}.${extension}`;
  return { name, type, text: textOf(report) };
}
