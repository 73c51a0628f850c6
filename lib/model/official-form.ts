import type { ClickPath } from './click-path.ts';
import type { Shape } from './drawing.ts';
import type { FormKind } from './form-kind.ts';
import type { FormPerson } from './form-person.ts';
import type { Programme } from './programme.ts';
import type { SessionReport } from './report.ts';

export const formFormats = ['xlsx', 'docx', 'html'] as const;
export type FormFormat = (typeof formFormats)[number];

/** What stands in the form's head and what a person may set before it is made. */
export type FormAbout = {
  /** 填报单位 */
  unit: string;
  /** 填报人姓名 */
  reporter: string;
  /** 联系方式 */
  contact: string;
  /** "2026-05-12"; "2026" leaves month and day to be written by hand. */
  date: string;
  /** 阶段, as the phase summary names it: "2026年上半年". */
  phase: string;
  /** One row for each item, channel and person, with its problems numbered inside; or one for each problem. */
  rowPer: 'item' | 'problem';
  /** Named for the lists beside those who walked. */
  people?: readonly FormPerson[] | undefined;
  /** The programme in use here: whose form it is where no session says so. */
  programme?: Programme | undefined;
};

/** A report and what is needed to name things in it. Rectifications kept apart are already laid over it. */
export type FormSource = {
  report: SessionReport;
  programme: Programme | undefined;
  /** Walked on a practice portal: counted, and said so. */
  practice?: boolean;
  /** The walker's own words that look personal and were kept on purpose. */
  kept?: readonly string[];
  /** Asked for only where the click path is printed. */
  clickPath?(): ClickPath;
};

/** One text; or entries that stand beside those of the same place in the row's other cells. */
export type FormCell = string | readonly string[];

export type FormColumn = {
  title: string;
  /** In half-width characters: one Chinese character is two. */
  width: number;
  align?: 'center' | undefined;
  /** Counts and ordinal numbers; all else stays text, codes above all. */
  number?: boolean | undefined;
};

export type FormTable = {
  what: 'table';
  /** Name of its worksheet; tables of one name stand on one sheet. */
  sheet: string;
  heading?: string | undefined;
  /** Columns without titles make a table without a head. */
  columns: readonly FormColumn[];
  rows: readonly (readonly FormCell[])[];
  /** Said instead of rows where there are none. */
  empty?: string | undefined;
};

/** A cell of a paper form: what is printed on it, and what is filled in or left to be written by hand. */
export type FormGridCell = {
  text: string;
  /** Columns and rows it takes, 1 each where nothing is said. */
  span?: number;
  down?: number;
  /** Printed on the form; centred, in the face of heads. */
  label?: boolean;
  align?: 'left' | 'center' | 'right';
};

/** A paper form of cells of many widths and heights: one person's, on a page of its own. */
export type FormGrid = {
  what: 'grid';
  /** Name of its worksheet. */
  sheet: string;
  heading?: string | undefined;
  /** In half-width characters. */
  widths: readonly number[];
  /** `lines`: how tall it is at least. */
  rows: readonly { cells: readonly FormGridCell[]; lines: number }[];
  /** Said below it. */
  notes: readonly string[];
};

export type FormPicture = {
  object: string;
  width: number;
  height: number;
  caption: string;
  /** What lies over it, in its own pixels; the object itself stays as it is. */
  shapes?: readonly Shape[] | undefined;
};

export type FormBlock =
  | FormTable
  | FormGrid
  | { what: 'text'; heading?: string | undefined; paragraphs: readonly string[] }
  | { what: 'bars'; heading: string; bars: readonly { label: string; value: number }[] }
  | {
      what: 'strip';
      heading: string;
      /** Each `from` and `to` are shares of the whole, 0 to 1. */
      parts: readonly { label: string; from: number; to: number }[];
    }
  | { what: 'pictures'; heading: string; pictures: readonly FormPicture[] };

/** A form as rows and words, before any file format. */
export type OfficialForm = {
  kind: FormKind;
  /** Without extension. */
  fileName: string;
  /** "附件4" above the title, where the document calls it so. */
  annex: string;
  title: string;
  /** 填报单位, 填报人姓名及联系方式, 年月日. */
  head: readonly [string, string, string];
  /** How many columns each part of the head takes in a table of nine or five; elsewhere they are shared out. */
  headSpans?: readonly [number, number, number] | undefined;
  landscape: boolean;
  blocks: readonly FormBlock[];
};

export const missingFields = [
  'unit',
  'reporter',
  'contact',
  'walkerName',
  'walkerPosition',
  'walkerContact',
  'channel',
  'note',
  'disposal',
  'ownerUnit',
  'measure',
  'deadline',
  'effect',
  'leaders',
  'supportOffice',
  'officerCategory',
  'officerRecruitment',
  'officerContact',
  'ownWords',
  'handWritten',
] as const;
export type MissingField = (typeof missingFields)[number];

/** What an official would be asked back about. It warns and forbids nothing. */
export type Missing = {
  field: MissingField;
  /** `paper`: what no record holds, and a person writes on the form. */
  of: 'form' | 'session' | 'problem' | 'person' | 'paper';
  count: number;
  /** Sessions in which it is missing, each once. */
  sessions: readonly string[];
};

/** Something in a form that still looks like personal data: it does not leave before that is put right. */
export type PersonalRest = { where: string; kind: string };

/** Bookmarks that nobody filled in: no form prints them, and the dialog says so. */
export type Unfilled = { count: number; sessions: readonly string[] };

export type MadeForm = {
  form: OfficialForm;
  missing: readonly Missing[];
  unfilled: Unfilled;
  personal: readonly PersonalRest[];
};

/** A session as it is chosen for a form. */
export type FormSession = {
  id: string;
  itemName: string;
  unit: string;
  walker: string;
  mode: string;
  programme: string;
  startedAt: number;
  painPoints: number;
  /** Opened from a file of somebody else. */
  imported: boolean;
  /** Entered by hand: stated, nothing measured. */
  byHand?: boolean;
  /** Walked on a practice portal. */
  practice?: boolean;
};
