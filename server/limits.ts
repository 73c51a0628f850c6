const MiB = 1024 * 1024;
const minute = 60_000;

/** Every bound the collector sets, in bytes, milliseconds or counts. */
export const limits = {
  /** One object; the same figure as the model's `ObjectEntry.bytes`. */
  objectBytes: 64 * MiB,
  /** A report's JSON, after decompression. */
  reportBytes: 64 * MiB,
  /** 2,000 hashes of 64 digits with quotes and commas take 134,000 bytes. */
  missingBytes: 256 * 1024,
  /** Enrolment, sign-in and the like. */
  formBytes: 8 * 1024,
  /** Names in a refusal for missing objects; the sender asks `missing` for the rest. */
  missingListed: 2000,
  /** A 64 MiB report takes several hundred MiB while it is parsed. */
  reportsAtOnce: 2,
  listRows: 50,
  searchText: 100,
  /** Wrong codes or passwords from one address before it has to wait. */
  guesses: 10,
  guessWindowMs: 10 * minute,
  enrolmentCodeMs: 24 * 60 * minute,
  signInLinkMs: 15 * minute,
  signInMs: 12 * 60 * minute,
  passwordLength: 10,
  /** How long a stopping collector waits for uploads under way. */
  closeMs: 8_000,
  /** Spool files older than this belong to no upload, whichever instance began them. */
  spoolMs: 24 * 60 * minute,
};
