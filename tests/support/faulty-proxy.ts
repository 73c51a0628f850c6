import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';

/** What happens to one request instead of being handed on as it is. */
export type Fault =
  /** The line goes dead: no answer, then the socket closes. */
  | { kind: 'cut' }
  /** Taken, and never answered as long as the proxy stands. */
  | { kind: 'hang' }
  /** Answered by the proxy; the server behind it never hears of it. */
  | { kind: 'answer'; status: number; type?: string; body: string }
  /** Handed on with another body; a gzipped one is unpacked before and gzipped again. */
  | { kind: 'change-request'; change(body: string): string }
  /** Handed on; the answer's body is changed on its way back. */
  | { kind: 'change-answer'; change(body: string): string }
  /** Handed on and carried out, but the answer never arrives. */
  | { kind: 'lose-answer' };

export type Passed = {
  method: string;
  path: string;
  /** How many requests of this method came before, from 0. */
  n: number;
};
export type FaultyProxy = {
  url: string;
  /** Every request that came, in order, whatever became of it. */
  seen: Passed[];
  /** Decides for each request from now on; undefined hands it on untouched. */
  spoil(choose: (passed: Passed) => Fault | undefined): void;
  /** From now on everything is handed on untouched. */
  mend(): void;
  close(): Promise<void>;
};

/** A proxy on a free loopback port in front of `target`, which behaves as badly as it is told. */
export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  let choose: (passed: Passed) => Fault | undefined = () => undefined;
  const seen: Passed[] = [];
  const server = createServer((incoming, outgoing) => {
    const method = incoming.method ?? '';
    const passed = {
      method,
      path: incoming.url ?? '',
      n: seen.filter((each) => each.method === method).length,
    };
    // A preflight is the browser's own affair: counted nowhere, spoiled never.
    const fault = method === 'OPTIONS' ? undefined : choose(passed);
    if (method !== 'OPTIONS') seen.push(passed);
    handle(target, fault, incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    spoil(chooser) {
      choose = chooser;
    },
    mend() {
      choose = () => undefined;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function handle(
  target: string,
  fault: Fault | undefined,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  if (fault?.kind === 'cut') return void incoming.socket.destroy();
  const asked = await bodyOf(incoming);
  if (fault?.kind === 'hang') return;
  if (fault?.kind === 'answer') {
    const type = fault.type ?? 'application/json';
    const cors = { 'access-control-allow-origin': incoming.headers.origin ?? '*' };
    return void outgoing.writeHead(fault.status, { 'content-type': type, ...cors }).end(fault.body);
  }
  const isPacked = incoming.headers['content-encoding'] === 'gzip';
  const change = ({ change }: { change(body: string): string }) => {
    const told = Buffer.from(change((isPacked ? gunzipSync(asked) : asked).toString('utf8')));
    return isPacked ? gzipSync(told) : told;
  };
  const changed = fault?.kind === 'change-request' ? change(fault) : asked;
  const answer = await handOn(target, incoming, changed);
  const body = await bodyOf(answer);
  if (fault?.kind === 'lose-answer') return void incoming.socket.destroy();
  const told = fault?.kind === 'change-answer' ? Buffer.from(fault.change(body.toString('utf8'))) : body;
  const { 'transfer-encoding': _, ...headers } = answer.headers;
  outgoing.writeHead(answer.statusCode ?? 502, { ...headers, 'content-length': told.length }).end(told);
}

async function handOn(target: string, incoming: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  const { host: _, 'transfer-encoding': __, ...headers } = incoming.headers;
  const onward = request(new URL(incoming.url ?? '/', target), {
    method: incoming.method,
    headers: { ...headers, 'content-length': body.length },
  });
  onward.end(body);
  const [answer] = (await once(onward, 'response')) as [IncomingMessage];
  return answer;
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
