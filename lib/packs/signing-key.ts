import { PublicKey } from '../model/pack-signature.ts';
import { ShortText } from '../model/primitives.ts';
import { z } from '../model/zod.ts';

/** The office's own key file. Whoever has it can sign in the office's name: it is made, saved and never kept here. */
export const SigningKey = z.object({
  kind: z.literal('zouyibian-signing-key'),
  signer: ShortText.min(1),
  publicKey: PublicKey,
  /** Base64 of the private key, PKCS #8. */
  privateKey: z.string().min(100).max(400),
  madeAt: z.string().max(40),
});
export type SigningKey = z.infer<typeof SigningKey>;

export const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** A new key pair for an office. */
export async function makeSigningKey(signer: string, madeAt: string): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify']);
  return {
    kind: 'zouyibian-signing-key',
    signer,
    publicKey: toBase64(await crypto.subtle.exportKey('spki', pair.publicKey)),
    privateKey: toBase64(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
    madeAt,
  };
}

/** What people compare over the telephone: the first 16 bytes of the public key's SHA-256, in groups of four digits. */
export async function fingerprintOf(publicKey: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', fromBase64(publicKey)));
  const hex = Array.from(digest.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return (hex.toUpperCase().match(/.{4}/g) ?? []).join(' ');
}

export function toBase64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
