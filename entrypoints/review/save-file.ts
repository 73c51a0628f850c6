import { writeHandOverFile } from '../../lib/deliver/hand-over-file.ts';
import { handOverName } from '../../lib/export/hand-over-name.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { store } from './local.ts';

/** Saves a report with its objects as a `.zyb` file through the browser's own download. */
export async function saveFile(report: SessionReport): Promise<void> {
  const objects = async function* () {
    for (const { object, type } of report.objects)
      yield { object, type, bytes: await store.objects.mustRead(object) };
  };
  const file = await writeHandOverFile({ reportJson: JSON.stringify(report), objects: objects() });
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = handOverName(report);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
