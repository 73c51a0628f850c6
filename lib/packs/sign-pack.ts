import { PackSignature } from '../model/pack-signature.ts';
import { canonicalJson } from './canonical-json.ts';
import { ecdsa, fromBase64, type SigningKey, toBase64 } from './signing-key.ts';

type PackData = Record<string, unknown>;
const how = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** The pack with the office's signature in it; an earlier signature is replaced. */
export async function signPack(data: PackData, key: SigningKey, signedAt: string): Promise<PackData> {
  const about = {
    algorithm: 'ECDSA-P256-SHA256',
    signer: key.signer,
    signedAt,
    publicKey: key.publicKey,
  } as const;
  const privateKey = await crypto.subtle.importKey('pkcs8', fromBase64(key.privateKey), ecdsa, false, [
    'sign',
  ]);
  const value = await crypto.subtle.sign(how, privateKey, signedBytes(data, about));
  const signed = { ...data, signature: { ...about, value: toBase64(value) } };
  // A key file whose two halves do not belong together would sign what nobody can check.
  if (!(await findSignature(signed))?.good) throw new Error('key-halves');
  return signed;
}

/** The pack's signature and whether it fits the pack; undefined when the pack has none. */
export async function findSignature(
  data: PackData,
): Promise<{ signature: PackSignature; good: boolean } | undefined> {
  if (data.signature === undefined) return undefined;
  const signature = PackSignature.parse(data.signature);
  const { value, ...about } = signature;
  const good = await crypto.subtle
    .importKey('spki', fromBase64(signature.publicKey), ecdsa, false, ['verify'])
    .then((key) => crypto.subtle.verify(how, key, fromBase64(value), signedBytes(data, about)))
    .catch(() => false);
  return { signature, good };
}

function signedBytes(data: PackData, about: Omit<PackSignature, 'value'>): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(canonicalJson({ ...data, signature: about }));
}
