import { useCallback, useMemo, useRef } from 'react';
import { firstAbout } from '../../components/forms/first-about.ts';
import FormsDialog from '../../components/forms/forms-dialog.tsx';
import { printPage, saveFormFile } from '../../components/forms/hand-out.ts';
import { toPrintable } from '../../components/forms/to-printable.ts';
import { useText } from '../../components/text.tsx';
import { readClickPath } from '../../lib/assess/click-path/read-click-path.ts';
import { keptWords } from '../../lib/deliver/scan/kept-words.ts';
import { writeForm } from '../../lib/export/forms/write-form.ts';
import { makeForm } from '../../lib/export/lists/make-form.ts';
import type { ReportListRow } from '../../lib/model/collector-api.ts';
import { officerChoices } from '../../lib/model/officers.ts';
import type { FormFormat, FormSession, FormSource, OfficialForm } from '../../lib/model/official-form.ts';
import { api } from './api.ts';
import { needsSignIn, problemText } from './problem-text.ts';
import { findProgramme, isPractice, programmes } from './programmes.ts';

/** The official forms of the reports the list shows. Loaded when somebody asks for it. */
export default function DeskForms(props: {
  rows: readonly ReportListRow[] | undefined;
  onExpired(): void;
  onClose(): void;
}) {
  const { rows, onExpired, onClose } = props;
  const text = useText();
  const sessions = useMemo(() => rows?.map(sessionOf), [rows]);
  const about = useMemo(() => firstAbout(undefined, undefined), []);
  const choices = useMemo(() => officerChoices(programmes, undefined), []);
  const types = useRef(new Map<string, string>());
  const readSource = useCallback(
    async (id: string): Promise<FormSource> => {
      const report = await api.report(id).catch((error: unknown) => {
        if (needsSignIn(error)) onExpired();
        throw new Error(problemText(error, text));
      });
      for (const { object, type } of report.objects) types.current.set(object, type);
      return {
        report,
        programme: findProgramme(report.session.programme),
        practice: isPractice(report.session.siteProfileId),
        kept: await keptWords(report),
        clickPath: () => readClickPath(report),
      };
    },
    [onExpired, text],
  );
  const save = async (form: OfficialForm, format: FormFormat) => {
    const file = await writeForm(form, format, async (object, shapes) =>
      api
        .object(object)
        .then((bytes) => toPrintable(bytes, types.current.get(object) ?? '', shapes))
        .catch(() => undefined),
    );
    if (format === 'html') await printPage(String(file.content));
    else saveFormFile(file);
  };
  return (
    <FormsDialog
      sessions={sessions}
      about={about}
      choices={choices}
      readSource={readSource}
      makeForm={makeForm}
      onSave={save}
      onAbout={() => undefined}
      hrefOf={(id) => `#/reports/${encodeURIComponent(id)}`}
      onClose={onClose}
    />
  );
}

function sessionOf({
  id,
  item,
  unit,
  walker,
  mode,
  programme,
  startedAt,
  figures,
}: ReportListRow): FormSession {
  const painPoints = figures.painPoints ?? 0;
  const byHand = figures.byHand === 1;
  return {
    id,
    itemName: item,
    unit,
    walker,
    mode,
    programme,
    startedAt,
    painPoints,
    imported: false,
    byHand,
  };
}
