import type { FormKind } from '../../lib/model/form-kind.ts';
import type { FormPerson } from '../../lib/model/form-person.ts';
import type {
  FormAbout,
  FormFormat,
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
  /** The form to begin with. */
  kind?: FormKind | undefined;
  /** What the head is filled with at first. */
  about: FormAbout;
  /** Rejects with a sentence for people. */
  readSource(id: string): Promise<FormSource>;
  makeForm(kind: FormKind, sources: readonly FormSource[], about: FormAbout): MadeForm;
  /** Saves as a file, or for `html` opens the print view. Rejects with a sentence for people. */
  onSave(form: OfficialForm, format: FormFormat, sessions: readonly string[]): Promise<void>;
  /** Categories and ways of recruiting that the packs name. */
  choices: Record<'categories' | 'recruitment', readonly string[]>;
  /** Keeps who was named beside those who walked for the next time; where it is missing they are kept for this time alone. */
  onPeople?(people: readonly FormPerson[]): void;
  /** The head as it was last used. */
  onAbout(about: FormAbout): void;
  /** Where a session is looked at. */
  hrefOf(id: string): string;
  onClose(): void;
};
