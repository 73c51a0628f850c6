import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { missingReasons } from '../../../components/asset-list/group-missing.ts';
import { remedies } from '../../../components/delivery-status/remedy-of.ts';
import { keyOf } from '../../../components/format/key-of.ts';
import { requestTypes } from '../../../components/incident-list/incident-message.ts';
import { maskKinds } from '../../../components/session-review/mask-kinds.ts';
import { segmentKinds } from '../../../components/step-timeline/step-segments.ts';
import { actionKinds } from '../../../lib/model/action.ts';
import { assetKinds } from '../../../lib/model/asset.ts';
import { consentWays } from '../../../lib/model/consent.ts';
import { Gap } from '../../../lib/model/gap.ts';
import { incidentKinds } from '../../../lib/model/incident.ts';
import { severities } from '../../../lib/model/pain-point.ts';
import { stages } from '../../../lib/model/stage.ts';
import { perspectives, walkModes } from '../../../lib/model/walk-mode.ts';

const root = new URL('../../../', import.meta.url);
const folders = [
  'session-list',
  'session-review',
  'replay-panel',
  'step-timeline',
  'click-path',
  'asset-list',
  'incident-list',
  'screenshot-strip',
  'pain-point-editor',
  'pain-point-list',
  'delivery-status',
  'format',
  'hand-in',
]
  .map((name) => `components/${name}/`)
  .concat('server/web/');

function flatten(node: unknown, path: string): [string, string][] {
  if (typeof node !== 'object' || node === null) return [[path, String(node)]];
  return Object.entries(node).flatMap(([key, value]) => flatten(value, path ? `${path}.${key}` : key));
}
const textsOf = (language: string) =>
  new Map(flatten(parse(readFileSync(new URL(`locales/${language}.yml`, root), 'utf8')), ''));

/** Keys written out in the sources of the review screens. */
const written = folders.flatMap((folder) =>
  readdirSync(new URL(folder, root))
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap(
      (name) =>
        readFileSync(new URL(folder + name, root), 'utf8').match(
          /'(?:review|desk|format|gapWhy|assets|handIn)(?:\.\w+)+'/g,
        ) ?? [],
    )
    .map((quoted) => quoted.slice(1, -1)),
);
/** Prefixes handed to `keyOf`, which are no keys. */
const prefixes = [
  'assets.why',
  'review.masked',
  'review.incidents.request',
  'review.painPoints',
  'review.screenshots.why',
  'review.screenshots.by',
  'review.replay',
  'review.painPoints.kind',
  'review.replay.broken',
  'review.delivery.problem',
  'review.consent.way',
];

/** Keys made from the words of the model. */
const made = [
  ...stages.map((stage) => `stage.${stage}`),
  ...severities.map((severity) => `severity.${severity}`),
  ...actionKinds.map((kind) => keyOf('actionKind', kind)),
  ...incidentKinds.map((kind) => keyOf('incidentKind', kind)),
  ...Gap.shape.why.options.map((why) => keyOf('gapWhy', why)),
  ...walkModes.map((mode) => `mode.${mode}`),
  ...perspectives.map((perspective) => `perspective.${perspective}`),
  ...[...maskKinds, 'other'].map((kind) => keyOf('review.masked', kind)),
  ...segmentKinds.flatMap((kind) => [`review.steps.part.${kind}`, `review.steps.explain.${kind}`]),
  ...[...requestTypes, 'other'].map((type) => keyOf('review.incidents.request', type)),
  ...missingReasons.map((why) => keyOf('assets.why', why)),
  ...assetKinds.map((kind) => `assets.kind.${kind}`),
  ...consentWays.map((way) => `review.consent.way.${way}`),
  ...remedies.map((remedy) => `review.delivery.remedy.${remedy}`),
];

describe.each(['zh_CN', 'en'])('the review screens in %s', (language) => {
  const texts = textsOf(language);

  it('have a sentence for every key they name', () => {
    expect(written.length).toBeGreaterThan(100);
    expect(written.filter((key) => !texts.has(key) && !prefixes.includes(key))).toEqual([]);
  });

  it('have a word for every word of the model', () => {
    expect(made.filter((key) => !texts.get(key))).toEqual([]);
  });
});

const values = (sentence = '') => [...new Set(sentence.match(/\$\d/g))].sort().join();

it('both languages take the same values in the same sentences', () => {
  const english = textsOf('en');
  const differing = [...textsOf('zh_CN')].filter(
    ([key, sentence]) => values(sentence) !== values(english.get(key)),
  );
  expect(differing.map(([key]) => key)).toEqual([]);
});
