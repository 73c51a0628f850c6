import { declaredValue, type GuideMaterial } from '../../model/guide-page.ts';
import { askedFields } from '../signals/asked-fields.ts';
import { fieldKey } from '../signals/field-key.ts';
import { plainLabel } from '../signals/form-places.ts';
import { hostOf } from '../signals/places.ts';
import { fieldOf, findingAbout, type GuideRuleFunction } from './finding-about.ts';
import { within } from './guide-spans.ts';
import { isFullyOnline, saysYes, visitsIn } from './parse-declared.ts';

/** 单点登录：是, and yet another login than the unified one. */
export const singleSignOn: GuideRuleFunction = (span, report) => {
  const { page } = span;
  if (!saysYes(declaredValue(page, 'single-sign-on'))) return [];
  const identity = new Set(report.visits.filter((visit) => visit.identity).map((visit) => hostOf(visit.url)));
  if (identity.size === 0) return [];
  const other = [
    ...report.incidents.filter((incident) => incident.kind === 'login-again'),
    ...report.sightings.filter((sighting) => sighting.kind === 'login-form'),
  ]
    .filter(within(span))
    .sort((a, b) => a.at - b.at)
    .find((row) => !identity.has(hostOf(row.url)));
  if (!other) return [];
  const field = fieldOf(page, 'single-sign-on');
  const observed = hostOf(other.url);
  return [findingAbout(page, { rule: 'single-sign-on', kind: 'mismatch', field, observed, row: other })];
};

/** No visit, or all online, and yet sent to a window or asked for paper. */
export const sentAway: GuideRuleFunction = (span, report) => {
  const { page } = span;
  const none = visitsIn(declaredValue(page, 'visits')) === 0;
  if (!none && !isFullyOnline(declaredValue(page, 'depth'))) return [];
  const demand = report.sightings
    .filter(within(span))
    // The guide itself tells of windows too.
    .filter(({ url }) => span.pages.every((each) => each.url !== url))
    .find(
      ({ kind, detail }) => (kind === 'channel-switch' && detail === 'window') || kind === 'paper-required',
    );
  if (!demand) return [];
  const field = fieldOf(page, none ? 'visits' : 'depth');
  return [
    findingAbout(page, {
      rule: 'sent-away',
      kind: 'mismatch',
      field,
      observed: demand.text || demand.detail,
      row: demand,
    }),
  ];
};

/** Uploads that the guide does not list, and uploads of what it says is known already. */
export const materialsAsked: GuideRuleFunction = (span, report) => {
  const { page, pages } = span;
  if (!pages.some((each) => each.listsMaterials)) return [];
  const declared = pages.flatMap((each) => each.materials);
  const uploads = askedFields(report)
    .map(({ field }) => field)
    .filter((field) => field.kind === 'file' && field.label !== '' && within(span)(field));
  const seen = new Set<string>();
  return uploads.flatMap((upload) => {
    const name = materialKey(upload.label);
    if (!name || seen.has(name)) return [];
    seen.add(name);
    const known = declared.find((material) => isSame(material, name));
    if (known && !(known.shared && known.required !== true)) return [];
    const field = { ...fieldOf(page, 'materials'), value: known?.name ?? '' };
    const about = known
      ? ({ rule: 'shareable-demanded', kind: 'shareable' } as const)
      : ({ rule: 'undeclared-material', kind: 'mismatch' } as const);
    return [
      findingAbout(page, {
        ...about,
        field: { ...field, label: field.label || '申请材料' },
        observed: upload.label,
        // A list that was found but not read lists nothing.
        sure: declared.length > 0,
        row: upload,
      }),
    ];
  });
};

/** A material's name without what tells how it is brought. */
const materialKey = (label: string): string =>
  fieldKey(label)
    .replace(/^(?:居民|公民|本人|申请人)/, '')
    .replace(/(?:首页|正反面|原件|照片|电子|扫描|复印|件|及|和|本人页|等)+$/g, '');

function isSame(material: GuideMaterial, name: string): boolean {
  const own = materialKey(plainLabel(material.name));
  return own !== '' && (own.includes(name) || name.includes(own));
}
