import { Rectification } from '../model/rectification.ts';
import type { ZyDatabase } from './database.ts';

/** What the liaison fills in beside pain points of reports opened from files, which themselves are never edited. */
export function createRectifications(db: ZyDatabase) {
  return {
    /** By pain point; a row that no longer fits the model reads as not there. */
    async of(sessionId: string): Promise<Map<string, Rectification>> {
      const rows = await db.rectifications.where({ sessionId }).toArray();
      return new Map(
        rows.flatMap(({ painPointId, rectification }) => {
          const parsed = Rectification.safeParse(rectification);
          return parsed.success ? [[painPointId, parsed.data] as const] : [];
        }),
      );
    },
    /** One without anything in it is kept too: it says that the liaison emptied what the report brought along. */
    async keep(sessionId: string, painPointId: string, rectification: Rectification): Promise<void> {
      await db.rectifications.put({ sessionId, painPointId, rectification });
    },
  };
}
