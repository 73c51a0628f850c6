import { emptySettings, Settings } from '../model/settings.ts';
import type { ZyDatabase } from './database.ts';

/** What the options page keeps; a damaged row reads as empty rather than stopping the extension. */
export function createSettings(db: ZyDatabase) {
  return {
    async read(): Promise<Settings> {
      const row = await db.settings.get('settings');
      const parsed = Settings.safeParse(row?.value);
      return parsed.success ? parsed.data : emptySettings;
    },
    async change(change: Partial<Settings>): Promise<Settings> {
      return db.transaction('rw', db.settings, async () => {
        const next = { ...(await this.read()), ...change };
        await db.settings.put({ key: 'settings', value: next });
        return next;
      });
    },
  };
}
export type SettingsStore = ReturnType<typeof createSettings>;
