import type { ProcessingEntry } from '../../lib/model/processing-entry.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { SiteProfile } from '../../lib/model/site-profile.ts';
import type { Walker } from '../../lib/model/walker.ts';

export type Done = { ok: true } | { ok: false; message: string };

/** What an import came to: `field` is a dotted path in the file, empty for the whole file. */
export type ImportOutcome =
  | { ok: true; name: string }
  | { ok: false; problems: { field: string; reason: string }[] };

export type ConnectionTest = { ok: true; ms: number } | { ok: false; message: string };

/** What the self-test can ask about; each has a name `options.check.*` and, when missing, `options.check.instead.*`. */
export const capabilities = [
  'hosts',
  'scripting',
  'webRequest',
  'screenshots',
  'sidePanel',
  'storage',
  'signing',
  'compression',
  'shortcuts',
] as const;
export type Capability = (typeof capabilities)[number];

/** One line of the self-test; `detail` is shown as it is, for example a version. */
export type CapabilityRow = { id: Capability; state: 'ok' | 'missing' | 'unknown'; detail?: string };

export type StorageUse = {
  sessions: number;
  /** Bytes; undefined when the browser does not tell. */
  used: number | undefined;
  available: number | undefined;
  persisted: boolean;
};

export type OptionsPageProps = {
  version: string;
  /** undefined while the settings are being read. */
  walker: Walker | undefined;
  programmes: readonly { programme: Programme; builtIn: boolean }[];
  programmeId?: string | undefined;
  /** The enrolled collector; its key never comes here. */
  enrolment?: { url: string; collector: string } | undefined;
  siteProfiles: readonly { profile: SiteProfile; builtIn: boolean }[];
  /** undefined while it is being counted. */
  storage: StorageUse | undefined;
  /** Days a session stays after its receipt, whether the programme locked them, and sessions with a receipt now. */
  retention?: { keepDays: number; locked: boolean; kept: number } | undefined;
  /** Newest first; undefined while it is being read. */
  log?: readonly ProcessingEntry[] | undefined;
  /** undefined while the self-test runs. */
  capabilities: readonly CapabilityRow[] | undefined;

  onSaveWalker(walker: Walker): Promise<Done>;
  onChooseProgramme(id: string): void;
  /** `json` is the file's text, unparsed: the receiver checks it against the model. */
  onImportProgramme(json: string): Promise<ImportOutcome>;
  onDeleteProgramme(id: string): void;
  onEnrol(url: string, code: string): Promise<Done>;
  onForgetEnrolment(): void;
  onTestConnection(): Promise<ConnectionTest>;
  onImportSiteProfile(json: string): Promise<ImportOutcome>;
  onDeleteSiteProfile(id: string): void;
  onSaveKeepDays?(days: number): void;
  /** Purges every session with a receipt, and says what was found of them afterwards. */
  onPurgeKept?(): Promise<{ sessions: number; residue: number }>;
  /** Asks for the permission to read pages; from a click only. */
  onAskPermission(): void;
  onCheckAgain(): void;
};
