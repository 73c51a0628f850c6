import { type Receipt, receiptText } from '../model/receipt.ts';
import { DeliveryProblem } from './delivery-problem.ts';
import { sha256 } from './hash.ts';

/**
 * A receipt counts only for this very report, with all its objects, signed by the collector that enrolled us.
 * Throws a DeliveryProblem `receipt-wrong` whose message names what does not fit.
 */
export async function checkReceipt(
  receipt: Receipt,
  sent: { reportId: string; reportJson: string; objects: number; publicKey: string },
): Promise<void> {
  const wrong = (what: string) => new DeliveryProblem('receipt-wrong', what, false);
  if (receipt.reportId !== sent.reportId) throw wrong('reportId');
  if (receipt.objects !== sent.objects) throw wrong('objects');
  if (receipt.reportHash !== (await sha256(sent.reportJson))) throw wrong('reportHash');
  if (receipt.publicKey !== sent.publicKey) throw wrong('publicKey');
  // A key or a signature that cannot even be read is as wrong as one that does not fit.
  const good = await isSigned(receipt).catch(() => false);
  if (!good) throw wrong('signature');
}

async function isSigned(receipt: Receipt): Promise<boolean> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const key = await crypto.subtle.importKey('spki', fromBase64(receipt.publicKey), algorithm, false, [
    'verify',
  ]);
  const text = new TextEncoder().encode(receiptText(receipt));
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, fromBase64(receipt.signature), text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
