/** Gzips text, as UTF-8, with the platform's own stream. */
export async function gzip(text: string | Uint8Array): Promise<Uint8Array> {
  return through(new Blob([text as BlobPart]), new CompressionStream('gzip'));
}

/** The text of gzipped UTF-8; throws when the bytes are damaged. */
export async function gunzip(bytes: Uint8Array): Promise<string> {
  const plain = await through(new Blob([bytes as BlobPart]), new DecompressionStream('gzip'));
  return new TextDecoder().decode(plain);
}

async function through(blob: Blob, transform: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const stream = blob.stream().pipeThrough(transform);
  return new Uint8Array(await new Response(stream as ReadableStream<BufferSource> as never).arrayBuffer());
}
