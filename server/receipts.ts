import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { type Receipt, receiptText } from '../lib/model/receipt.ts';

type Body = Omit<Receipt, 'algorithm' | 'publicKey' | 'signature' | 'collector'>;
export type Receipts = ReturnType<typeof createReceipts>;

/** A new ECDSA P-256 private key, PKCS#8 PEM. */
export function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** Signs receipts in this collector's name; `publicKey` is base64 SPKI. */
export function createReceipts(signingKey: string, collector: string) {
  const key = createPrivateKey(signingKey);
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
  return {
    publicKey,
    collector,
    sign(body: Body): Receipt {
      const whole = { ...body, collector };
      const signature = sign('sha256', Buffer.from(receiptText(whole)), { key, dsaEncoding: 'ieee-p1363' });
      return { ...whole, algorithm: 'ECDSA-P256-SHA256', publicKey, signature: signature.toString('base64') };
    },
  };
}
