import { gunzipSync } from 'node:zlib';
import { sha256 } from '../../../lib/deliver/hash.ts';
import { createReceipts, newSigningKey } from '../../../server/receipts.ts';

export type Asked = { method: string; path: string; body: Uint8Array; headers: Headers };
type Reply = Response | Promise<Response> | undefined;

export type FakeCollector = ReturnType<typeof createFakeCollector>;

/**
 * The collector as a fetch: keeps objects by name, refuses what it lacks, signs receipts with a real key. `spoil` answers
 * in its place while it returns something; throwing there is a line that went dead.
 */
export function createFakeCollector() {
  const { publicKey, sign } = createReceipts(newSigningKey(), '云岭归集服务');
  const key = `zyb_${'k'.repeat(32)}`;
  const codes = new Set(['K7QD-9MXA-42TR']);
  const objects = new Map<string, Uint8Array>();
  const reports: string[] = [];
  const asked: Asked[] = [];
  /** Reports that another device handed in, and the signatures of their receipts. */
  const owned = new Map<string, string>();
  let spoil: (call: Asked) => Reply = () => undefined;

  const answer = async (call: Asked): Promise<Response> => {
    const { method, path, headers } = call;
    const plain = headers.get('content-encoding') === 'gzip' ? gunzipSync(call.body) : call.body;
    const text = new TextDecoder().decode(plain);
    if (path === '/healthz') return json(200, { ok: true, name: '云岭归集服务', version: '0.1.0' });
    if (path === '/api/enrol') {
      const { code } = JSON.parse(text) as { code: string };
      if (!codes.delete(code))
        return json(403, { code: 'code-wrong', message: '登记码不正确。', field: 'code' });
      return json(200, { key, collector: '云岭归集服务', publicKey });
    }
    if (headers.get('authorization') !== `Bearer ${key}`)
      return json(401, { code: 'key-wrong', message: '上传密钥无效。' });
    if (path === '/api/objects/missing') {
      const named = (JSON.parse(text) as { objects: string[] }).objects;
      return json(200, { missing: named.filter((object) => !objects.has(object)) });
    }
    if (method === 'PUT') {
      const object = path.split('/').at(-1) ?? '';
      if ((await sha256(call.body)) !== object)
        return json(422, { code: 'hash-wrong', message: '对象内容与名称不一致。' });
      objects.set(object, call.body);
      return json(201, { object });
    }
    const report = JSON.parse(text) as { id: string; objects: { object: string }[] };
    if (report.objects.some((entry) => !objects.has(entry.object))) {
      return json(409, { code: 'objects-missing', message: '还有对象没有上传。', field: 'objects' });
    }
    const isAnothers = owned.has(report.id) && headers.get('zyb-receipt') !== owned.get(report.id);
    if (isAnothers) return json(409, { code: 'report-exists', message: '已由另一台设备上交。' });
    reports.push(text);
    const body = { reportId: report.id, reportHash: await sha256(text), objects: report.objects.length };
    return json(201, sign({ ...body, keptAt: 1_790_000_000_000 }));
  };

  return {
    url: 'https://guiji.example.org',
    key,
    publicKey,
    objects,
    reports,
    owned,
    asked,
    puts: () => asked.filter((each) => each.method === 'PUT').map((each) => each.path.split('/').at(-1)),
    spoil(choose: (call: Asked) => Reply) {
      spoil = choose;
    },
    fetch: (async (url: URL | string, init: RequestInit = {}) => {
      const call: Asked = {
        method: init.method ?? 'GET',
        path: new URL(url).pathname,
        body:
          typeof init.body === 'string'
            ? new TextEncoder().encode(init.body)
            : ((init.body as Uint8Array) ?? new Uint8Array()),
        headers: new Headers(init.headers),
      };
      asked.push(call);
      const given = init.signal;
      const gone = new Promise<never>((_, reject) => {
        given?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      });
      return Promise.race([gone, Promise.resolve(spoil(call)).then((reply) => reply ?? answer(call))]);
    }) as typeof fetch,
  };
}

export const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
