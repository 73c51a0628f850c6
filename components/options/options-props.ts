import type { Catalogue } from '../../lib/model/catalogue.ts';
import type {
  CatalogueDraft,
  CatalogueTable,
  ColumnMap,
  ReadTables,
} from '../../lib/model/catalogue-table.ts';
import type { Day } from '../../lib/model/deadline.ts';
import type { FormKind } from '../../lib/model/form-kind.ts';
import type { PackProblem } from '../../lib/model/pack-problem.ts';
import type { LockState } from '../../lib/model/pack-signature.ts';
import type { ProcessingEntry } from '../../lib/model/processing-entry.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { SiteProfile } from '../../lib/model/site-profile.ts';
import type { Walker } from '../../lib/model/walker.ts';

export type Done = { ok: true } | { ok: false; message: string };

/**
 * What an import came to. `notes` are no reason to refuse; `refusal` names a sentence `pack.refused.*`; `message` is a
 * sentence already.
 */
export type ImportOutcome =
  | { ok: true; name: string; notes: PackProblem[] }
  | { ok: false; problems: PackProblem[] }
  | { ok: false; refusal: { code: string; values: string[] } }
  | { ok: false; message: string };

/** A pack as it stands here; the fingerprint is that of the key it is signed with. */
export type PackView = {
  programme: Programme;
  builtIn: boolean;
  lock: LockState;
  fingerprint?: string;
};

/** An office's key that this browser trusts. */
export type TrustedKeyView = { publicKey: string; name: string; fingerprint: string };

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

/** A catalogue in the list, without its items. */
export type CatalogueView = { id: string; name: string; fileName: string; importedAt: number; items: number };

/** How a table is read: pure functions, handed in. */
export type CatalogueTools = {
  findColumns(table: CatalogueTable): ColumnMap;
  headings(table: CatalogueTable, header: number): string[];
  makeDraft(table: CatalogueTable, map: ColumnMap): CatalogueDraft;
};

export type CatalogueProps = {
  /** undefined while they are read. */
  catalogues: readonly CatalogueView[] | undefined;
  catalogueTools: CatalogueTools;
  onReadCatalogue(file: File): Promise<ReadTables>;
  /** A catalogue of the same name gives way. */
  onKeepCatalogue(catalogue: Pick<Catalogue, 'name' | 'fileName' | 'items'>): Promise<Done>;
  /** Gives what was deleted, to be brought back. */
  onDeleteCatalogue(id: string): Promise<Catalogue | undefined>;
  onRestoreCatalogue(catalogue: Catalogue): void;
  onOpenCoverage(): void;
};

export type OptionsPageProps = CatalogueProps & {
  version: string;
  /** undefined while the settings are being read. */
  walker: Walker | undefined;
  programmes: readonly PackView[];
  programmeId?: string | undefined;
  programmeStarts: Readonly<Record<string, Day>>;
  trustedKeys: readonly TrustedKeyView[];
  /** The enrolled collector; its key never comes here. */
  enrolment?: { url: string; collector: string } | undefined;
  siteProfiles: readonly { profile: SiteProfile; builtIn: boolean }[];
  /** undefined while it is being counted. */
  storage: StorageUse | undefined;
  /**
   * Days a session stays after its receipt, whether the programme locked them, sessions of which the collector keeps all
   * there is, and those that were changed since.
   */
  retention?: { keepDays: number; locked: boolean; kept: number; changed: number } | undefined;
  /** Newest first; undefined while it is being read. */
  log?: readonly ProcessingEntry[] | undefined;
  /** undefined while the self-test runs. */
  capabilities: readonly CapabilityRow[] | undefined;

  onSaveWalker(walker: Walker): Promise<Done>;
  onChooseProgramme(id: string): void;
  /** `json` is the file's text, unparsed: the receiver checks it against the model. */
  onImportProgramme(json: string): Promise<ImportOutcome>;
  /** Gives the deleted pack's file, which brings it back when it is imported again. */
  onDeleteProgramme(id: string): Promise<string>;
  /** The pack's file as it was imported or ships. */
  onReadPack(id: string): Promise<Record<string, unknown>>;
  /** Keeps an edited pack; it is checked like an import. */
  onSavePack(data: Record<string, unknown>): Promise<ImportOutcome>;
  onExportPack(id: string): void;
  /** Where an official form is made. */
  formHref(kind: FormKind): string;
  onSetStart(id: string, day: Day | undefined): void;
  /** Makes a key pair for an office and saves it as a file; gives the fingerprint. */
  onMakeKey(signer: string): Promise<{ fingerprint: string }>;
  /** Signs a pack with a key file's text, saves the signed file and keeps it here. */
  onSignPack(id: string, keyFile: string): Promise<ImportOutcome>;
  onTrustKey(publicKey: string, name: string): Promise<Done>;
  onForgetKey(publicKey: string): void;
  onEnrol(url: string, code: string): Promise<Done>;
  onForgetEnrolment(): void;
  onTestConnection(): Promise<ConnectionTest>;
  onImportSiteProfile(json: string): Promise<ImportOutcome>;
  onDeleteSiteProfile(id: string): void;
  onSaveKeepDays?(days: number): void;
  /** Purges every session of which the collector keeps all there is, and says what was found of them afterwards. */
  onPurgeKept?(): Promise<{ sessions: number; residue: number }>;
  /** Asks for the permission to read pages; from a click only. */
  onAskPermission(): void;
  onCheckAgain(): void;
};
