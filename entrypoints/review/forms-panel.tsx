import { useLiveQuery } from 'dexie-react-hooks';
import { firstAbout, keptHead } from '../../components/forms/first-about.ts';
import FormsDialog from '../../components/forms/forms-dialog.tsx';
import { printPage, saveFormFile } from '../../components/forms/hand-out.ts';
import { toPrintable } from '../../components/forms/to-printable.ts';
import { writeForm } from '../../lib/export/forms/write-form.ts';
import { makeForm } from '../../lib/export/lists/make-form.ts';
import type { Shape } from '../../lib/model/drawing.ts';
import type { FormKind } from '../../lib/model/form-kind.ts';
import { officerChoices } from '../../lib/model/officers.ts';
import type { FormFormat, OfficialForm } from '../../lib/model/official-form.ts';
import { log, packs, store } from './local.ts';
import { readFormSessions, readFormSource } from './read-form-sessions.ts';

/** The official forms of this browser's sessions. Loaded when somebody asks for it. */
export default function FormsPanel(props: {
  kind?: FormKind | undefined;
  chosen?: string[] | undefined;
  onClose(): void;
}) {
  const sessions = useLiveQuery(() => readFormSessions(), []);
  const settings = useLiveQuery(() => store.settings.read(), []);
  const programmes = useLiveQuery(() => packs.programmes(), []);
  if (!settings || !programmes) return null;
  const programme = programmes.find(({ id }) => id === settings.programmeId) ?? programmes[0];
  return (
    <FormsDialog
      sessions={sessions}
      kind={props.kind}
      chosen={props.chosen}
      about={{ ...firstAbout(settings.formHead, settings.walker), people: settings.formPeople, programme }}
      choices={officerChoices(programmes, programme?.id)}
      onPeople={(people) => void store.settings.change({ formPeople: [...people] })}
      readSource={readFormSource}
      makeForm={makeForm}
      onSave={handOut}
      onAbout={(about) => void store.settings.change({ formHead: keptHead(about) })}
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
