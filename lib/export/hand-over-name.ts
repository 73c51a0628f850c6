import type { SessionReport } from '../model/report.ts';
import { dayForFile, nameForFile } from './file-name.ts';

/** The name of a hand-over file: the item and the day of the walk. */
export function handOverName({ session }: SessionReport): string {
  return `${nameForFile(session.item.name)}-${dayForFile(session.startedAt)}.zyb`;
}
