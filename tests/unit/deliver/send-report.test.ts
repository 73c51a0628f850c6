import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { HandOverObject } from '../../../lib/deliver/hand-over-file.ts';
import { sendReport } from '../../../lib/deliver/send-report.ts';
import type { Receipt } from '../../../lib/model/receipt.ts';
import { SessionReport } from '../../../lib/model/report.ts';
import { createFakeCollector, type FakeCollector, json } from './fake-collector.ts';
import { sampleReport } from './sample-report.ts';

let collector: FakeCollector;
let sample: { reportJson: string; objects: HandOverObject[] };
let progress: [sent: number, total: number][];

beforeEach(async () => {
  collector = createFakeCollector();
  sample = await sampleReport();
  progress = [];
});

function send(changes: Partial<Parameters<typeof sendReport>[0]> = {}) {
  const report = SessionReport.parse(JSON.parse(sample.reportJson));
  return sendReport({
    enrolment: collector,
    fetch: collector.fetch,
    reportJson: sample.reportJson,
    reportId: report.id,
    objects: report.objects,
    readObject: async (object) => bytesOf(object),
    onProgress: (sent, total) => void progress.push([sent, total]),
    ...changes,
  });
}

function bytesOf(object: string): Uint8Array {
  const found = sample.objects.find((each) => each.object === object);
  if (!found) throw new Error(`object ${object} is not kept here`);
  return found.bytes;
}

describe('a delivery that goes well', () => {
  test('sends every missing object under its name and type, then the report, and gives the receipt', async () => {
    const receipt = await send();
    expect(receipt).toMatchObject({ reportId: 'r1', objects: 4, collector: '云岭归集服务' });
    expect([...collector.objects.keys()].sort()).toEqual(sample.objects.map((each) => each.object).sort());
    expect(collector.reports).toEqual([sample.reportJson]);
    expect(collector.asked.at(-1)?.path).toBe('/api/reports');
    const types = collector.asked
      .filter((each) => each.method === 'PUT')
      .map((each) => each.headers.get('content-type'));
    expect(types.sort()).toEqual(['application/gzip', 'application/gzip', 'application/gzip', 'image/jpeg']);
    expect(progress.at(0)).toEqual([0, 4]);
    expect(progress.at(-1)).toEqual([4, 4]);
  });

  test('sends nothing that is kept there already', async () => {
    await send();
    const before = collector.puts().length;
    await send();
    expect(collector.puts().length).toBe(before);
  });

  test('whatever subset is kept already, exactly the rest is sent', async () => {
    const names = sample.objects.map((each) => each.object);
    await fc.assert(
      fc.asyncProperty(fc.subarray(names), async (kept) => {
        collector = createFakeCollector();
        for (const object of kept) collector.objects.set(object, bytesOf(object));
        await send();
        expect([...new Set(collector.puts())].sort()).toEqual(
          names.filter((name) => !kept.includes(name)).sort(),
        );
        expect(collector.puts()).toHaveLength(names.length - kept.length);
      }),
      { numRuns: 16 },
    );
  });

  test('asks for at most 2,000 objects a call', async () => {
    const many = Array.from({ length: 4001 }, (_, n) => ({
      object: n.toString(16).padStart(64, '0'),
      bytes: 1,
      type: 'image/png' as const,
    }));
    for (const { object } of many) collector.objects.set(object, new Uint8Array(1));
    const report = { ...(JSON.parse(sample.reportJson) as object), objects: many };
    await send({ objects: many, reportJson: JSON.stringify(report) });
    const asked = collector.asked.filter((each) => each.path.endsWith('/missing'));
    const sizes = asked.map(
      (each) => (JSON.parse(new TextDecoder().decode(each.body)) as { objects: [] }).objects.length,
    );
    expect(sizes).toEqual([2000, 2000, 1]);
  });
});

describe('a slow line', () => {
  /** Whatever is sent beside another object, or by `isCut`, is cut by the limit. */
  const slowly = (isCut: (puts: number) => boolean = () => false) => {
    let under = 0;
    let puts = 0;
    return async (url: URL | RequestInfo, init: RequestInit = {}) => {
      if (init.method !== 'PUT') return collector.fetch(url, init);
      under += 1;
      puts += 1;
      const cut = isCut(puts);
      try {
        await new Promise((resolve) => setImmediate(resolve));
        if (under > 1 || cut)
          await new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(new Error())));
        return await collector.fetch(url, init);
      } finally {
        under -= 1;
      }
    };
  };

  test('on which three at once are all cut carries them one at a time', async () => {
    await expect(send({ limitMs: 300, fetch: slowly() })).resolves.toMatchObject({ reportId: 'r1' });
    expect(progress.map(([sent]) => sent)).toEqual([0, 1, 2, 3, 4]);
  });

  test('on which one alone is cut, too, waits for the next try', async () => {
    const fetch = slowly((puts) => puts > 4);
    await expect(send({ limitMs: 300, fetch })).rejects.toMatchObject({
      code: 'collector-slow',
      passing: true,
    });
    expect(collector.objects.size).toBe(1);
  });

  test('gets the report gzipped, and the receipt is for the JSON in it', async () => {
    await send();
    const post = collector.asked.at(-1);
    expect(post?.headers.get('content-encoding')).toBe('gzip');
    expect(post?.headers.get('content-type')).toBe('application/json');
    expect(post?.body.length).toBeLessThan(sample.reportJson.length);
    expect(gunzipSync(post?.body ?? '').toString()).toBe(sample.reportJson);
  });
});

describe('a browser that enrolled anew', () => {
  const kept = (publicKey: string) => ({ publicKey, signature: 'c2lnbmVk' }) as Receipt;

  test('shows its receipt once the collector says that another device handed the report in', async () => {
    collector.owned.set('r1', 'c2lnbmVk');
    await expect(send()).rejects.toMatchObject({ code: 'report-exists', passing: false });
    await expect(send({ receipt: kept('of another collector') })).rejects.toMatchObject({
      code: 'report-exists',
    });
    expect(collector.asked.filter((each) => each.headers.has('zyb-receipt'))).toEqual([]);
    await expect(send({ receipt: kept(collector.publicKey) })).resolves.toMatchObject({ reportId: 'r1' });
  });

  test('does not show it where nobody asks for it', async () => {
    await send({ receipt: kept(collector.publicKey) });
    expect(collector.asked.filter((each) => each.headers.has('zyb-receipt'))).toEqual([]);
  });
});

describe('faults that may pass are marked so', () => {
  test.each<[string, () => Response, string]>([
    ['a server that fails', () => json(500, { code: 'internal', message: '出错' }), 'internal'],
    ['a full disk over there', () => json(507, { code: 'disk-full', message: '空间已满' }), 'disk-full'],
    ['too many calls', () => json(429, { code: 'too-many-guesses', message: '稍后' }), 'too-many-guesses'],
    [
      'objects that vanished meanwhile',
      () => json(409, { code: 'objects-missing', message: '缺' }),
      'objects-missing',
    ],
    [
      'a gateway without the collector',
      () => new Response('<h1>502</h1>', { status: 502 }),
      'collector-nonsense',
    ],
    ['a page of another server', () => new Response('<!doctype html>'), 'collector-nonsense'],
    ['JSON that is no reply', () => json(200, { missing: 'all' }), 'collector-nonsense'],
  ])('%s', async (_, reply, code) => {
    collector.spoil(reply);
    await expect(send()).rejects.toMatchObject({ name: 'DeliveryProblem', code, passing: true });
  });

  test('a line that goes dead', async () => {
    collector.spoil(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(send()).rejects.toMatchObject({ code: 'collector-unreachable', passing: true });
  });

  test('an answer cut off in its body', async () => {
    collector.spoil(
      () => new Response(new ReadableStream({ pull: (body) => body.error(new TypeError('network error')) })),
    );
    await expect(send()).rejects.toMatchObject({ code: 'collector-unreachable', passing: true });
  });

  test('an answer that does not come within the limit', async () => {
    collector.spoil(() => new Promise(() => {}));
    await expect(send({ limitMs: 5 })).rejects.toMatchObject({ code: 'collector-slow', passing: true });
  });
});

describe('refusals wait for a person', () => {
  test('a revoked key', async () => {
    const enrolment = { ...collector, key: 'zyb_revoked-revoked' };
    await expect(send({ enrolment })).rejects.toMatchObject({
      code: 'key-wrong',
      passing: false,
      message: '上传密钥无效。',
    });
    expect(collector.objects.size).toBe(0);
  });

  test('a report that does not fit keeps the field and the collector’s own sentence', async () => {
    collector.spoil(({ path }) =>
      path === '/api/reports'
        ? json(422, { code: 'field-wrong', message: '“steps.0.name”不符', field: 'steps.0.name' })
        : undefined,
    );
    await expect(send()).rejects.toMatchObject({
      code: 'field-wrong',
      field: 'steps.0.name',
      message: '“steps.0.name”不符',
      passing: false,
    });
  });

  test('a page that says there is nothing here', async () => {
    collector.spoil(() => new Response('<h1>404</h1>', { status: 404 }));
    await expect(send()).rejects.toMatchObject({ code: 'collector-nonsense', passing: false });
  });
});

describe('a receipt counts only when all of it fits', () => {
  const forged: [string, (receipt: Record<string, unknown>) => Record<string, unknown>, string][] = [
    ['another report', (receipt) => ({ ...receipt, reportId: 'r2' }), 'reportId'],
    ['fewer objects', (receipt) => ({ ...receipt, objects: 3 }), 'objects'],
    ['other bytes', (receipt) => ({ ...receipt, reportHash: 'ab'.repeat(32) }), 'reportHash'],
    ['another collector', (receipt) => ({ ...receipt, publicKey: 'AAAA' }), 'publicKey'],
    ['a signature over something else', (receipt) => ({ ...receipt, keptAt: 1 }), 'signature'],
    ['no signature at all', (receipt) => ({ ...receipt, signature: '' }), 'signature'],
    ['a signature that is no base64', (receipt) => ({ ...receipt, signature: '签名' }), 'signature'],
  ];
  test.each(forged)('%s', async (_, forge, what) => {
    const honest = createFakeCollector();
    const enrolment = { ...honest };
    const fetchForged: typeof fetch = async (url, init) => {
      const answer = await honest.fetch(url, init);
      return String(url).endsWith('/api/reports')
        ? json(201, forge((await answer.json()) as Record<string, unknown>))
        : answer;
    };
    await expect(send({ enrolment, fetch: fetchForged })).rejects.toMatchObject({
      code: 'receipt-wrong',
      message: what,
      passing: false,
    });
  });

  test('a collector whose enrolled key is no key is not believed', async () => {
    const receipt = async (url: URL | RequestInfo, init?: RequestInit) => {
      const answer = await collector.fetch(url, init);
      return String(url).endsWith('/api/reports')
        ? json(201, { ...((await answer.json()) as object), publicKey: 'AAAA' })
        : answer;
    };
    const enrolment = { url: collector.url, key: collector.key, publicKey: 'AAAA' };
    await expect(send({ enrolment, fetch: receipt })).rejects.toMatchObject({
      code: 'receipt-wrong',
      message: 'signature',
    });
  });

  test('something that is no receipt is nonsense', async () => {
    collector.spoil(({ path }) => (path === '/api/reports' ? json(201, { ok: true }) : undefined));
    await expect(send()).rejects.toMatchObject({ code: 'collector-nonsense', passing: true });
  });
});

describe('cut in the middle', () => {
  test('the next try sends only what is missing', async () => {
    let puts = 0;
    collector.spoil(({ method }) => {
      if (method === 'PUT') puts += 1;
      return method === 'PUT' && puts > 2 ? Promise.reject(new TypeError('cut')) : undefined;
    });
    await expect(send()).rejects.toMatchObject({ code: 'collector-unreachable' });
    const kept = new Set(collector.objects.keys());
    expect(kept.size).toBe(2);
    collector.spoil(() => undefined);
    const before = collector.puts().length;
    await send();
    const second = collector.puts().slice(before);
    expect(second).toHaveLength(2);
    expect(second.filter((object) => kept.has(object ?? ''))).toEqual([]);
  });

  test('it fails only when nothing is under way any more, so that no late progress meets the next try', async () => {
    const { promise: held, resolve: letGo } = Promise.withResolvers<undefined>();
    let puts = 0;
    collector.spoil(({ method }) => {
      if (method !== 'PUT') return undefined;
      puts += 1;
      return puts === 1 ? Promise.reject(new TypeError('cut')) : (held as never);
    });
    let over = false;
    const sending = send().catch((error: unknown) => {
      over = true;
      return error;
    });
    while (puts < 3) await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    expect(over).toBe(false);
    letGo(undefined);
    expect(await sending).toMatchObject({ code: 'collector-unreachable' });
    const told = progress.length;
    expect(puts, 'nothing new begins after a failure').toBe(3);
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(progress.length).toBe(told);
  });

  test('an object that is not kept here any more stops the delivery', async () => {
    sample.objects.pop();
    await expect(send()).rejects.toThrow('is not kept here');
    expect(collector.reports).toEqual([]);
  });
});
