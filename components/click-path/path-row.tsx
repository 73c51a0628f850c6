import { Tag } from 'antd';
import { type ReactNode, useMemo } from 'react';
import type { FlowNode, PathEntry } from '../../lib/model/click-path.ts';
import type { Programme } from '../../lib/model/programme.ts';
import { formatAddress } from '../format/format-address.ts';
import { formatClock, formatDuration } from '../format/format-duration.ts';
import { keyOf } from '../format/key-of.ts';
import { isFailure } from '../incident-list/count-kinds.ts';
import { incidentMessage } from '../incident-list/incident-message.ts';
import { checkItemTexts } from '../pain-point-list/check-item-text.ts';
import { type Text, useText } from '../text.tsx';
import { actionSentence } from './action-sentence.ts';
import { placeName } from './place-name.ts';
import { placeSentence } from './place-sentence.ts';
import { ReactionText } from './reaction-text.tsx';

/** A pause before an action that is worth a word, ms: half the 20 s after which a walker counts as thinking. */
const longPause = 10_000;

type Context = { nodes: ReadonlyMap<string, FlowNode>; programme: Programme | undefined };
type Row = { mark: ReactNode; what: ReactNode; side?: ReactNode; title?: string | undefined };

/** One entry of the click path: when, its number or sign, what happened; a click goes to its moment. */
export function PathRow(props: {
  entry: PathEntry;
  context: Context;
  current: boolean;
  onSeek(at: number): void;
}) {
  const { entry, context, current, onSeek } = props;
  const text = useText();
  const row = useMemo(() => rowOf(entry, context, text), [entry, context, text]);
  return (
    <button
      type="button"
      className="zyb-row path-row"
      data-path-row={entry.what}
      data-problem={entry.problem || undefined}
      aria-current={current}
      title={row.title}
      onClick={() => onSeek(entry.seekTo)}
    >
      <span className="zyb-clock">{formatClock(entry.since)}</span>
      <span className="path-mark">{row.mark}</span>
      <span className="path-what">{row.what}</span>
      <span className="path-side zyb-weak">{row.side}</span>
    </button>
  );
}

function rowOf(entry: PathEntry, context: Context, text: Text): Row {
  switch (entry.what) {
    case 'action':
      return actionRow(entry, text);
    case 'place':
      return placeRow(entry, context, text);
    case 'incident':
      return incidentRow(entry, text);
    case 'pain-point':
      return painPointRow(entry, context, text);
    case 'pause':
      return {
        mark: <span aria-hidden="true">‖</span>,
        what: text('clickPath.pause', formatDuration(entry.ms, text)),
        side: entry.reason,
      };
  }
}

function actionRow(entry: PathEntry & { what: 'action' }, text: Text): Row {
  const { n, run, inFrame, after = 0 } = entry;
  return {
    mark: run.length > 1 ? `${n}–${n + run.length - 1}` : n,
    what: (
      <>
        {actionSentence(run, text)}
        {inFrame && <span className="zyb-weak path-note-inline">{text('clickPath.inFrame')}</span>}
      </>
    ),
    side: (
      <>
        {after >= longPause && <span>{text('clickPath.after', formatDuration(after, text))}</span>}
        <ReactionText entry={entry} />
      </>
    ),
    title: run[0]?.url,
  };
}

const signs: Record<string, string> = {
  back: '↩',
  forward: '↪',
  history: '↔',
  reload: '⟳',
  tab: '⇄',
  opened: '⇄',
  start: '▶',
};

function placeRow(entry: PathEntry & { what: 'place' }, { nodes }: Context, text: Text): Row {
  const node = nodes.get(entry.node);
  if (!node) return { mark: '', what: text('clickPath.unknownPlace') };
  return {
    mark: <span aria-hidden="true">{signs[entry.by] ?? (entry.again ? '↺' : '→')}</span>,
    what: (
      <>
        {placeSentence(entry, placeName(node, text), text)}{' '}
        <span className="zyb-weak">{formatAddress(node.address)}</span>
      </>
    ),
    side: entry.loadMs === undefined ? '' : text('clickPath.load', formatDuration(entry.loadMs, text)),
    title: node.address,
  };
}

function incidentRow({ incident }: PathEntry & { what: 'incident' }, text: Text): Row {
  const bad = isFailure(incident.kind);
  return {
    mark: <span aria-hidden="true">{bad ? '✕' : '!'}</span>,
    what: (
      <>
        <Tag variant="filled" color={bad ? 'error' : 'warning'}>
          {text(keyOf('incidentKind', incident.kind))}
        </Tag>
        {incidentMessage(incident, text)}
      </>
    ),
    title: incident.url,
  };
}

function painPointRow(
  { painPoint }: PathEntry & { what: 'pain-point' },
  { programme }: Context,
  text: Text,
): Row {
  const pain = painPoint.kind === 'pain';
  const named = checkItemTexts(programme, painPoint).map(({ dimension, item }) => `${dimension} · ${item}`);
  return {
    mark: <span aria-hidden="true">{pain ? '⚑' : '★'}</span>,
    what: (
      <>
        <Tag variant="filled" color={pain ? 'error' : 'success'}>
          {text(pain ? 'clickPath.painPoint' : 'clickPath.highlight')}
        </Tag>
        {named.join('；')}
        {painPoint.note && <span className="zyb-weak path-note-inline">{painPoint.note}</span>}
      </>
    ),
    side: pain ? text(`severity.${painPoint.severity}`) : '',
  };
}
