import { useMemo } from 'react';
import type { Asset } from '../../lib/model/asset.ts';
import { formatBytes } from '../format/format-bytes.ts';
import { keyOf } from '../format/key-of.ts';
import { useText } from '../text.tsx';
import { groupMissing, missingReasons } from './group-missing.ts';
import './asset-list.css';

/** Addresses shown of one group; the rest is counted. */
const mostShown = 50;

/** The style sheets, pictures and fonts kept with a session, and which were not and why. */
export function AssetList({ assets }: { assets: readonly Asset[] }) {
  const text = useText();
  const { kept, bytes, missing } = useMemo(() => groupMissing(assets), [assets]);
  const reasonOf = (why: string) =>
    text(keyOf('assets.why', missingReasons.find((each) => each === why) ?? 'failed'));
  return (
    <section className="asset-list">
      <h3>{text('assets.title', kept, formatBytes(bytes))}</h3>
      {assets.length === 0 && <p className="zyb-weak">{text('assets.none')}</p>}
      {assets.length > 0 && missing.length === 0 && <p className="zyb-weak">{text('assets.allKept')}</p>}
      {missing.length > 0 && <p className="zyb-weak">{text('assets.shownAs')}</p>}
      {missing.map(({ kind, why, urls }) => {
        const heading = (
          <>
            <span>{text(`assets.kind.${kind}`)}</span>
            {urls.length > 0 && <b>{urls.length}</b>}
            <span>{reasonOf(why)}</span>
          </>
        );
        if (urls.length === 0)
          return (
            <p className="asset-group" key={`${kind} ${why}`}>
              {heading}
            </p>
          );
        return (
          <details className="asset-group" key={`${kind} ${why}`}>
            <summary>{heading}</summary>
            <ul>
              {urls.slice(0, mostShown).map((url, n) => (
                // Two parameters masked alike leave the same address twice.
                <li key={`${n} ${url}`}>{url}</li>
              ))}
              {urls.length > mostShown && <li>{text('assets.more', urls.length - mostShown)}</li>}
            </ul>
          </details>
        );
      })}
    </section>
  );
}
