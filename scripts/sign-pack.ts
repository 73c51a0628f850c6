import { readFile, writeFile } from 'node:fs/promises';
import { checkProgramme } from '../lib/model/check-programme.ts';
import { Programme } from '../lib/model/programme.ts';
import { readPack } from '../lib/packs/read-pack.ts';
import { findSignature, signPack } from '../lib/packs/sign-pack.ts';
import { fingerprintOf, makeSigningKey, SigningKey } from '../lib/packs/signing-key.ts';

/**
 * `node scripts/sign-pack.ts key OFFICE KEYFILE` makes an office's key; `sign PACK KEYFILE OUT` signs a pack with it;
 * `check PACK` says what is wrong with a pack and whether its signature fits. The settings page does the same.
 */
const [command, first = '', second = '', third = ''] = process.argv.slice(2);

async function mustRead(file: string) {
  const read = readPack(Programme, await readFile(file, 'utf8'), checkProgramme);
  if (read.ok) return read;
  for (const { line, column, path, code, values } of read.problems) {
    console.error(`${file}:${line}:${column} ${path.join('.')} ${code} ${values.join(' ')}`);
  }
  return process.exit(1);
}

const now = new Date().toISOString();
if (command === 'key' && second) {
  const key = await makeSigningKey(first, now);
  await writeFile(second, `${JSON.stringify(key, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
  console.log(await fingerprintOf(key.publicKey));
} else if (command === 'sign' && third) {
  const { data } = await mustRead(first);
  const key = SigningKey.parse(JSON.parse(await readFile(second, 'utf8')));
  await writeFile(third, `${JSON.stringify(await signPack(data, key, now), undefined, 2)}\n`);
  console.log(`${third} ${await fingerprintOf(key.publicKey)}`);
} else if (command === 'check' && first) {
  const { data, pack } = await mustRead(first);
  const found = await findSignature(data);
  const signed = found
    ? `${found.good ? 'signature fits' : 'SIGNATURE DOES NOT FIT'}, ${found.signature.signer}, ${await fingerprintOf(found.signature.publicKey)}`
    : 'not signed';
  console.log(`${pack.id} ${pack.version}: ${signed}`);
  if (found && !found.good) process.exitCode = 1;
} else {
  console.error('key OFFICE KEYFILE | sign PACK KEYFILE OUT | check PACK');
  process.exitCode = 2;
}
