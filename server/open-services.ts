import { openDatabase } from './database.ts';
import { createDevices } from './devices.ts';
import { createGuessLimit } from './guess-limit.ts';
import { randomToken } from './hash.ts';
import { createKeptObjects } from './kept-objects.ts';
import { keyFile } from './key-files.ts';
import { limits } from './limits.ts';
import { createLog, type LogOption } from './log.ts';
import { openObjectsFolder } from './objects-folder.ts';
import { createReceipts, newSigningKey } from './receipts.ts';
import { createReceiveReport } from './receive-report.ts';
import { createReports } from './report-list.ts';
import { createReportScan } from './scan-report.ts';
import type { Services } from './services.ts';
import { createSignIn } from './sign-in.ts';
import { version } from './version.ts';

type Options = {
  dataFolder: string;
  databaseUrl?: string;
  name?: string;
  webFolder?: string;
  publicUrl: () => string | undefined;
  log?: LogOption;
};

/** Opens the database and the folder, and makes every service from them. */
export async function openServices(
  options: Options,
): Promise<{ services: Services; close(): Promise<void> }> {
  const { dataFolder, databaseUrl, webFolder, publicUrl } = options;
  const name = options.name ?? '走一遍归集服务';
  const { db, close } = await openDatabase({ dataFolder, databaseUrl });
  try {
    // The embedded database's lock says that nobody else is here: whatever is spooled is a dead process's.
    const folder = await openObjectsFolder(dataFolder, databaseUrl ? limits.spoolMs : 0);
    const receipts = createReceipts(await keyFile(dataFolder, 'receipts.pem', newSigningKey), name);
    const secret = await keyFile(dataFolder, 'sign-in.secret', randomToken);
    const secure = publicUrl()?.startsWith('https://') ?? false;
    const objects = createKeptObjects(db, folder);
    const log = createLog(options.log ?? 'info');
    const mustBeClean = createReportScan({ objects, log });
    const services: Services = {
      name,
      version,
      publicUrl,
      webFolder,
      db,
      folder,
      objects,
      receipts,
      devices: createDevices(db),
      reports: createReports(db),
      receiveReport: createReceiveReport({ db, folder, objects, receipts, mustBeClean }),
      signIn: await createSignIn({ db, secret, secure }),
      guesses: createGuessLimit(limits.guesses, limits.guessWindowMs),
      log,
    };
    return { services, close };
  } catch (error) {
    await close();
    throw error;
  }
}
