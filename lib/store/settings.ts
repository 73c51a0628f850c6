import { FormPerson } from '../model/form-person.ts';
import { emptySettings, Settings } from '../model/settings.ts';
import { SiteProfile } from '../model/site-profile.ts';
import type { z } from '../model/zod.ts';
import type { ZyDatabase } from './database.ts';

/** What the options page keeps; of a damaged row every part that is sound is read, the others read as empty. */
export function createSettings(db: ZyDatabase) {
  return {
    async read(): Promise<Settings> {
      const row = await db.settings.get('settings');
      const parsed = Settings.safeParse(row?.value);
      return parsed.success ? parsed.data : salvage(row?.value);
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

/** One damaged pack or field must not cost the walker the enrolment and the other packs at the next save. */
function salvage(value: unknown): Settings {
  const row = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const { shape } = Settings;
  return {
    walker: shape.walker.safeParse(row.walker).data ?? emptySettings.walker,
    enrolment: shape.enrolment.safeParse(row.enrolment).data,
    programmeId: shape.programmeId.safeParse(row.programmeId).data,
    programmeStarts: shape.programmeStarts.safeParse(row.programmeStarts).data ?? {},
    formHead: shape.formHead.safeParse(row.formHead).data,
    ...(row.formPeople ? { formPeople: sound(FormPerson, row.formPeople) } : {}),
    siteProfiles: sound(SiteProfile, row.siteProfiles),
    keepDays: shape.keepDays.safeParse(row.keepDays).data,
  };
}

function sound<T extends z.ZodType>(schema: T, list: unknown): z.infer<T>[] {
  return (Array.isArray(list) ? list : []).flatMap(
    (each) => schema.safeParse(each).data ?? [],
  ) as z.infer<T>[];
}
