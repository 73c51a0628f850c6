import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareVersions } from '../../../lib/model/pack-signature.ts';
import { lockStateOf, refusePack } from '../../../lib/packs/admit-pack.ts';
import { canonicalJson } from '../../../lib/packs/canonical-json.ts';
import { findSignature, signPack } from '../../../lib/packs/sign-pack.ts';
import { fingerprintOf, makeSigningKey, type SigningKey } from '../../../lib/packs/signing-key.ts';

const pack = JSON.parse(readFileSync('public/programmes/yunfu-2022.json', 'utf8')) as Record<string, unknown>;
const at = '2031-01-02T03:04:05.000Z';
let office: SigningKey;
let other: SigningKey;
let signed: Record<string, unknown>;

beforeAll(async () => {
  office = await makeSigningKey('云岭省政务服务中心', at);
  other = await makeSigningKey('云岭省政务服务中心', at);
  signed = await signPack(pack, office, at);
});

describe('canonical JSON', () => {
  it('is the same text however the keys were ordered, and says the same', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('orders keys by their units and leaves no space', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: 1e21, 中: '\u2028"' })).toBe(
      '{"a":1e+21,"b":[1,{"c":"x","d":null}],"中":"\u2028\\""}',
    );
  });
});

describe('a signature', () => {
  it('fits the pack it was made for, also after the file was laid out anew', async () => {
    expect(await findSignature(signed)).toMatchObject({
      good: true,
      signature: { publicKey: office.publicKey },
    });
    const laidOut = JSON.parse(JSON.stringify(signed, undefined, 4)) as Record<string, unknown>;
    expect((await findSignature(laidOut))?.good).toBe(true);
    expect(await findSignature(pack)).toBeUndefined();
  });

  it('fits no other contents, signer, time or key', async () => {
    const signature = signed.signature as Record<string, unknown>;
    const forged: Record<string, unknown>[] = [
      { ...signed, title: '改过的标题' },
      { ...signed, added: true },
      { ...signed, signature: { ...signature, signer: '别的单位' } },
      { ...signed, signature: { ...signature, signedAt: '2032-01-01T00:00:00.000Z' } },
      { ...signed, signature: { ...signature, publicKey: other.publicKey } },
    ];
    for (const each of forged) expect((await findSignature(each))?.good).toBe(false);
  });

  it('is not made with a key file whose halves do not belong together', async () => {
    await expect(signPack(pack, { ...office, publicKey: other.publicKey }, at)).rejects.toThrow('key-halves');
  });

  it('has a fingerprint that people can read to each other, another for another key', async () => {
    expect(await fingerprintOf(office.publicKey)).toMatch(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/);
    expect(await fingerprintOf(office.publicKey)).not.toBe(await fingerprintOf(other.publicKey));
  });
});

describe('a lock', () => {
  const trusted = () => [{ publicKey: office.publicKey, name: '云岭省', addedAt: 0 }];
  const locks = () => [{ id: 'yunfu-2022', publicKey: office.publicKey, version: '1.2.0' }];
  const by = async (key: SigningKey) => findSignature(await signPack(pack, key, at));

  it('stands only by a trusted key and a signature that fits', async () => {
    expect(lockStateOf(undefined, trusted())).toBe('none');
    expect(lockStateOf(await by(office), trusted())).toBe('locked');
    expect(lockStateOf(await by(other), trusted())).toBe('unknownKey');
    expect(lockStateOf(await findSignature({ ...signed, title: 'x' }), trusted())).toBe('broken');
  });

  it('lets only the same key’s pack of the same or a newer version in', async () => {
    const mine = await by(office);
    const asks = (version: string, found: Awaited<ReturnType<typeof findSignature>>) =>
      refusePack({ id: 'yunfu-2022', version }, found, locks())?.code;
    expect(asks('9.0.0', undefined)).toBe('unsigned');
    expect(asks('9.0.0', await by(other))).toBe('otherKey');
    expect(asks('1.1.9', mine)).toBe('older');
    expect(asks('1.2.0', mine)).toBeUndefined();
    expect(asks('1.10.0', mine)).toBeUndefined();
  });

  it('holds no other id, but a signature that does not fit is refused anywhere', async () => {
    expect(refusePack({ id: 'weihai-2023', version: '1.0.0' }, undefined, locks())).toBeUndefined();
    const broken = await findSignature({ ...signed, title: 'x' });
    expect(refusePack({ id: 'elsewhere', version: '1.0.0' }, broken, [])?.code).toBe('broken');
  });

  it('counts versions by number', () => {
    expect(compareVersions('1.10.0', '1.9.9')).toBeGreaterThan(0);
    expect(compareVersions('2.0.0', '2.0.0')).toBe(0);
    expect(compareVersions('0.9.9', '1.0.0')).toBeLessThan(0);
  });
});
