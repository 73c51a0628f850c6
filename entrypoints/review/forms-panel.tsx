import { useLiveQuery } from 'dexie-react-hooks';
import { firstAbout } from '../../components/forms/first-about.ts';
import FormsDialog from '../../components/forms/forms-dialog.tsx';
import { printPage, saveFormFile } from '../../components/forms/hand-out.ts';
import { toPrintable } from '../../components/forms/to-printable.ts';
import { writeForm } from '../../lib/export/forms/write-form.ts';
import { makeForm } from '../../lib/export/lists/make-form.ts';
import type { Shape } from '../../lib/model/drawing.ts';
import type { FormFormat, OfficialForm } from '../../lib/model/official-form.ts';
import { log, store } from './local.ts';
import { readFormSessions, readFormSource } from './read-form-sessions.ts';

/** The official forms of this browser's sessions. Loaded when somebody asks for it. */
export default function FormsPanel(props: { chosen?: string[] | undefined; onClose(): void }) {
  const sessions = useLiveQuery(() => readFormSessions(), []);
  const settings = useLiveQuery(() => store.settings.read(), []);
  if (!settings) return null;
  return (
    <FormsDialog
      sessions={sessions}
      chosen={props.chosen}
      about={firstAbout(settings.formHead, settings.walker)}
      readSource={readFormSource}
      makeForm={makeForm}
      onSave={handOut}
      onAbout={({ unit, reporter, contact, phase }) => {
        void store.settings.change({ formHead: { unit, reporter, contact, phase } });
      }}
      hrefOf={(id) => `#/${id}`}
      onClose={props.onClose}
    />
  );
}

async function handOut(form: OfficialForm, format: FormFormat, ids: readonly string[]): Promise<void> {
  const file = await writeForm(form, format, readPicture);
  if (format === 'html') await printPage(String(file.content));
  else saveFormFile(file);
  for (const sessionId of ids) void log({ kind: 'exported', sessionId, detail: `${form.kind} ${format}` });
}

async function readPicture(object: string, shapes?: readonly Shape[]) {
  const row = await store.db.objects.get(object);
  if (!row) return undefined;
  return toPrintable(await store.objects.mustRead(object), row.type, shapes).catch(() => undefined);
}
