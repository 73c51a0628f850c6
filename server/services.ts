import type { HttpBindings } from '@hono/node-server';
import type { Database } from './database.ts';
import type { Device, Devices } from './devices.ts';
import type { GuessLimit } from './guess-limit.ts';
import type { KeptObjects } from './kept-objects.ts';
import type { Log } from './log.ts';
import type { ObjectsFolder } from './objects-folder.ts';
import type { Receipts } from './receipts.ts';
import type { ReceiveReport } from './receive-report.ts';
import type { Reports } from './report-list.ts';
import type { Person, SignIn } from './sign-in.ts';

/** Everything the routes may ask for. */
export type Services = {
  name: string;
  version: string;
  /** Where people reach the collector; none before it listens or when it was not said. */
  publicUrl: () => string | undefined;
  webFolder?: string;
  db: Database;
  folder: ObjectsFolder;
  objects: KeptObjects;
  devices: Devices;
  reports: Reports;
  receiveReport: ReceiveReport;
  receipts: Receipts;
  signIn: SignIn;
  guesses: GuessLimit;
  log: Log;
};

/** What a request carries on its way: set by a guard, read by the route behind it. */
export type Env = { Bindings: Partial<HttpBindings>; Variables: { device: Device; person: Person } };
