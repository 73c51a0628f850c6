import type {
  FormAbout,
  FormFormat,
  FormKind,
  FormSession,
  FormSource,
  MadeForm,
  OfficialForm,
} from '../../lib/model/official-form.ts';

export type FormsProps = {
  /** Finished sessions that may be chosen; undefined while they are read. */
  sessions: readonly FormSession[] | undefined;
  /** Chosen at first; where nothing is said all of them, unless they are many. */
  chosen?: readonly string[] | undefined;
  /** What the head is filled with at first. */
  about: FormAbout;
  /** Rejects with a sentence for people. */
  readSource(id: string): Promise<FormSource>;
  makeForm(kind: FormKind, sources: readonly FormSource[], about: FormAbout): MadeForm;
  /** Saves as a file, or for `html` opens the print view. Rejects with a sentence for people. */
  onSave(form: OfficialForm, format: FormFormat, sessions: readonly string[]): Promise<void>;
  /** The head as it was last used. */
  onAbout(about: FormAbout): void;
  /** Where a session is looked at. */
  hrefOf(id: string): string;
  onClose(): void;
};
