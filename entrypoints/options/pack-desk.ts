import type { ImportOutcome, PackView, TrustedKeyView } from '../../components/options/options-props.ts';
import { checkProgramme } from '../../lib/model/check-programme.ts';
import { Programme } from '../../lib/model/programme.ts';
import { lockStateOf, type PackRefusal, refusePack } from '../../lib/packs/admit-pack.ts';
import { readPack } from '../../lib/packs/read-pack.ts';
import { findSignature, signPack } from '../../lib/packs/sign-pack.ts';
import { fingerprintOf, makeSigningKey, SigningKey } from '../../lib/packs/signing-key.ts';
import type { Store } from '../../lib/store/open-store.ts';

class Refused extends Error {
  readonly refusal: PackRefusal;
  constructor(refusal: PackRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Everything the options page does with packs; a locked pack gives way only to its own office's newer one. */
export function createPackDesk(
  store: Store,
  readShipped: (id: string) => Promise<Record<string, unknown> | undefined>,
  save: (name: string, text: string) => void,
) {
  const shelf = store.packs;

  /** Checks a pack's text, then the signature against the locks, then keeps it; locks it when its key is trusted. */
  async function take(file: string): Promise<ImportOutcome> {
    const read = readPack(Programme, file, checkProgramme);
    if (!read.ok) return read;
    const { pack, data, notes } = read;
    const found = await findSignature(data);
    try {
      await shelf.keep(data, ({ locks }) => {
        const refusal = refusePack(pack, found, locks);
        if (refusal) throw new Refused(refusal);
      });
    } catch (error) {
      if (error instanceof Refused) return { ok: false, refusal: error.refusal };
      throw error;
    }
    const { trusted } = await shelf.readTrust();
    if (found && lockStateOf(found, trusted) === 'locked') await lock(pack, found.signature.publicKey);
    return { ok: true, name: pack.title, notes };
  }

  const lock = (pack: { id: string; version: string }, publicKey: string) =>
    shelf.changeTrust((now) => ({
      ...now,
      locks: [
        ...now.locks.filter((each) => each.id !== pack.id),
        { id: pack.id, version: pack.version, publicKey },
      ],
    }));

  const readData = async (id: string) =>
    (await shelf.all()).find((each) => each.programme.id === id)?.data ?? (await readShipped(id));

  return {
    take,
    readData,
    /** Edited here, so whatever signature it had is gone. */
    keepEdited: (edited: Record<string, unknown>) =>
      take(JSON.stringify({ ...edited, signature: undefined }, undefined, 2)),
    async views(programmes: readonly Programme[]): Promise<PackView[]> {
      const [kept, { trusted }] = await Promise.all([shelf.all(), shelf.readTrust()]);
      const data = new Map(kept.map((each) => [each.programme.id, each.data]));
      return Promise.all(
        programmes.map(async (programme) => {
          const own = data.get(programme.id);
          const found = own && (await findSignature(own));
          return {
            programme,
            builtIn: !own,
            lock: lockStateOf(found, trusted),
            ...(found ? { fingerprint: await fingerprintOf(found.signature.publicKey) } : {}),
          };
        }),
      );
    },
    async trustedKeys(): Promise<TrustedKeyView[]> {
      const { trusted } = await shelf.readTrust();
      return Promise.all(
        trusted.map(async ({ publicKey, name }) => ({
          publicKey,
          name,
          fingerprint: await fingerprintOf(publicKey),
        })),
      );
    },
    async export(id: string): Promise<void> {
      const data = await readData(id);
      if (data) save(fileNameOf(data), `${JSON.stringify(data, undefined, 2)}\n`);
    },
    async makeKey(signer: string): Promise<{ fingerprint: string }> {
      const key = await makeSigningKey(signer.trim(), new Date().toISOString());
      save(`${signer.trim()}.zyb-key.json`, `${JSON.stringify(key, undefined, 2)}\n`);
      return { fingerprint: await fingerprintOf(key.publicKey) };
    },
    async sign(id: string, keyFile: string): Promise<ImportOutcome> {
      const key = readPack(SigningKey, keyFile);
      if (!key.ok) return { ok: false, refusal: { code: 'notAKey', values: [] } };
      const data = await readData(id);
      if (!data) return { ok: false, refusal: { code: 'gone', values: [] } };
      const signed = await signPack(data, key.pack, new Date().toISOString()).catch(() => undefined);
      if (!signed) return { ok: false, refusal: { code: 'notAKey', values: [] } };
      const text = `${JSON.stringify(signed, undefined, 2)}\n`;
      const outcome = await take(text);
      if (outcome.ok) save(fileNameOf(signed), text);
      return outcome;
    },
    /** From now on packs this key signed are locked here, those already imported too. */
    async trust(publicKey: string, name: string): Promise<void> {
      await shelf.changeTrust((now) => ({
        ...now,
        trusted: [
          ...now.trusted.filter((each) => each.publicKey !== publicKey),
          { publicKey, name: name.trim(), addedAt: Date.now() },
        ],
      }));
      for (const { programme, data } of await shelf.all()) {
        const found = await findSignature(data);
        if (found?.good && found.signature.publicKey === publicKey) await lock(programme, publicKey);
      }
    },
    /** Its packs stay, no longer held. */
    forget: (publicKey: string) =>
      shelf.changeTrust((now) => ({
        trusted: now.trusted.filter((each) => each.publicKey !== publicKey),
        locks: now.locks.filter((each) => each.publicKey !== publicKey),
      })),
  };
}
export type PackDesk = ReturnType<typeof createPackDesk>;

function fileNameOf(data: Record<string, unknown>): string {
  const signed = data.signature ? '.signed' : '';
  return `${String(data.id)}-${String(data.version)}${signed}.json`;
}
