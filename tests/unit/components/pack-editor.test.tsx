import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { beginEdit, nextVersion } from '../../../components/pack-editor/begin-edit.ts';
import { checkProgrammeDraft, checkSiteDraft } from '../../../components/pack-editor/check-draft.ts';
import { moveEntry, nextId, readAt, writeAt } from '../../../components/pack-editor/edit-path.ts';
import { PackEditor } from '../../../components/pack-editor/pack-editor.tsx';
import { programmeTabs } from '../../../components/pack-editor/programme-spec.ts';
import { siteTabs } from '../../../components/pack-editor/site-spec.ts';
import type { FieldSpec } from '../../../components/pack-editor/spec.ts';
import { usedSignals } from '../../../components/pack-editor/used-signals.ts';
import { Programme } from '../../../lib/model/programme.ts';
import { SiteProfile } from '../../../lib/model/site-profile.ts';
import { readJson, readProgrammes, readSites } from '../packs/read-packs.ts';

const nothing = () => {};
const path = fc.array(fc.oneof(fc.constantFrom('a', 'b'), fc.nat(3)), { minLength: 1, maxLength: 4 });

describe('a change under a path', () => {
  it('is read back there and leaves what it was made from as it was', () => {
    fc.assert(
      fc.property(path, fc.string(), (where, value) => {
        const before = Object.freeze({ a: Object.freeze({ b: 1 }) });
        // A number under a text key makes a list, which takes no text key.
        fc.pre(where.every((part, at) => typeof part === 'string' || at > 0));
        const after = writeAt<unknown>(before, where, value);
        if (where.every((part) => typeof part === 'string')) expect(readAt(after, where)).toBe(value);
        expect(before).toEqual({ a: { b: 1 } });
      }),
    );
  });
  it('to nothing takes the field away', () => {
    expect(writeAt({ a: 1, b: 2 }, ['a'], undefined)).toEqual({ b: 2 });
  });
});

it('moving an entry keeps all of them and puts it where it was to go', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { minLength: 1 }), fc.nat(), fc.nat(), (list, a, b) => {
      const [from, to] = [a % list.length, b % list.length];
      const moved = moveEntry(list, from, to);
      expect([...moved].sort()).toEqual([...list].sort());
      expect(moved[to]).toBe(list[from]);
    }),
  );
  expect(moveEntry([1, 2], 0, -1)).toEqual([1, 2]);
});

it('a new id comes after the highest, whatever was deleted between', () => {
  expect(nextId('a.tong.', ['a.tong.01', 'a.tong.07'])).toBe('a.tong.08');
  expect(nextId('task-', [])).toBe('task-01');
});

describe('an edit begins', () => {
  it('with the next version and without the signature, which would not fit any more', () => {
    expect(beginEdit({ id: 'x', version: '1.4.9', signature: {} })).toEqual({ id: 'x', version: '1.4.10' });
    expect(nextVersion('next')).toBe('next');
  });
  it('as a copy under an id and a name of its own', () => {
    const copy = beginEdit(
      { id: 'x', version: '3.0.0', title: 'T', shortTitle: 'S' },
      (title) => `${title}2`,
    );
    expect(copy).toEqual({ id: 'x-copy', version: '1.0.0', title: 'T2', shortTitle: 'S2' });
    expect(beginEdit({ id: 's', name: 'N' }, (title) => `${title}2`)).toEqual({ id: 's-copy', name: 'N2' });
  });
});

describe('the editor', () => {
  const names = (fields: readonly FieldSpec[]): string[] => fields.map(({ name }) => name);
  const namesOf = (tabs: readonly { fields: readonly FieldSpec[] }[]) =>
    tabs.flatMap(({ fields }) => names(fields));

  it('has a field for every part of a programme but the signature', () => {
    const parts = Object.keys(Programme.shape).filter((name) => name !== 'signature');
    expect(namesOf(programmeTabs({})).sort()).toEqual(parts.sort());
  });

  it('has a field for every part of a site profile', () => {
    expect(namesOf(siteTabs).sort()).toEqual(Object.keys(SiteProfile.shape).sort());
  });

  it('offers every signal that a pack may name', () => {
    expect([...usedSignals].sort()).toEqual((readJson('./known-signals.json') as string[]).sort());
  });

  it('finds nothing wrong with what ships', () => {
    for (const programme of readProgrammes()) expect(checkProgrammeDraft(programme)).toEqual([]);
    for (const site of readSites()) expect(checkSiteDraft(site)).toEqual([]);
  });

  it('adds entries that lack nothing but their words', () => {
    const [programme] = readProgrammes();
    const lists = (fields: readonly FieldSpec[]): (FieldSpec & { kind: 'list' })[] =>
      fields.flatMap((field) => (field.kind === 'list' ? [field] : []));
    for (const spec of programmeTabs({}).flatMap(({ fields }) => lists(fields))) {
      const list = (programme?.[spec.name as keyof typeof programme] ?? []) as Record<string, unknown>[];
      const draft = { ...programme, [spec.name]: [...list, spec.fresh({ ...programme }, list)] };
      const codes = checkProgrammeDraft(draft).map(({ code }) => code);
      expect([spec.name, codes.filter((code) => !['empty', 'tooFew', 'twice'].includes(code))]).toEqual([
        spec.name,
        [],
      ]);
    }
  });

  it('shows a fault beside its field, counts it on its tab, and saves nothing with a fault', () => {
    const [programme] = readProgrammes();
    const html = renderToStaticMarkup(
      <PackEditor
        title="t"
        initial={{ ...programme, shortTitle: '' }}
        tabs={programmeTabs({})}
        check={checkProgrammeDraft}
        onSave={async () => ({ ok: true, name: '', notes: [] })}
        onClose={nothing}
      />,
    );
    expect(html).toMatch(/data-path="shortTitle".*?zyb-edit-fault">pack\.reason\.empty/s);
    expect(html).toContain('zyb-edit-count">1');
    expect(html).toMatch(/<button[^>]*disabled[^>]*><span>options\.save/);
  });
});
