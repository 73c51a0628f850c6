import { writeHandOverFile } from '../../lib/deliver/hand-over-file.ts';
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
  link.download = `${fileNameOf(report)}.zyb`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Item and day of the walk, without what file systems refuse. */
function fileNameOf({ session }: SessionReport): string {
  const day = new Date(session.startedAt).toISOString().slice(0, 10);
  return `${session.item.name.replace(/[\\/:*?"<>|\s]+/g, '_').slice(0, 40)}-${day}`;
}
