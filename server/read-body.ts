import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip } from 'node:zlib';
import { ModelError, mustParse } from '../lib/model/parse.ts';
import type { z } from '../lib/model/zod.ts';
import { Refusal } from './refusals.ts';

/** The request's body as a Node stream; an aborted upload makes it fail. */
export function bodyStream(request: Request): Readable {
  return request.body ? Readable.fromWeb(request.body as ReadableStream) : Readable.from([]);
}

/** For people: 64 MiB, 8 KiB. */
export function sizeWords(bytes: number): string {
  return bytes >= 1024 * 1024 ? `${bytes / 1024 / 1024} MiB` : `${bytes / 1024} KiB`;
}

/** Refuses by the stated length before a byte is read. */
export function mustFit(request: Request, most: number): void {
  if (Number(request.headers.get('content-length') ?? 0) > most)
    throw new Refusal('too-large', { detail: sizeWords(most) });
}

/** The whole body, decompressed when it came gzipped; `most` bounds what was sent and what it unpacks to. */
export async function readBody(request: Request, most: number): Promise<Buffer> {
  mustFit(request, most);
  const sent = bodyStream(request);
  const gunzip = request.headers.get('content-encoding') === 'gzip' ? createGunzip() : undefined;
  const source = gunzip ? sent.on('error', (error) => gunzip.destroy(error)).pipe(gunzip) : sent;
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of source as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > most) throw new Refusal('too-large', { detail: sizeWords(most) });
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('body-damaged');
  } finally {
    sent.destroy();
  }
  return Buffer.concat(parts, bytes);
}

/** JSON of strict UTF-8. */
export function mustReadJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal('not-json');
  }
}

/** Parses with the model; the refusal names the first field that does not fit. */
export function mustFitModel<T extends z.ZodType>(noun: string, schema: T, data: unknown): z.infer<T> {
  try {
    return mustParse(noun, schema, data);
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    throw new Refusal('field-wrong', { field: error.field, detail: error.reason });
  }
}
