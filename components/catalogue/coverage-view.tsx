import { Alert, Button, Empty, Input, Select, Skeleton, Table } from 'antd';
import { useMemo, useState } from 'react';
import type { CatalogueItem } from '../../lib/model/catalogue.ts';
import { type ChannelKind, channelKinds } from '../../lib/model/channel.ts';
import { createItemSearch } from '../../lib/model/search-items.ts';
import { type WalkMode, walkModes } from '../../lib/model/walk-mode.ts';
import { formatDate } from '../format/format-date.ts';
import { isWebAddress } from '../format/is-web-address.ts';
import { useText } from '../text.tsx';
import './catalogue.css';
import { CoverageFigures } from './coverage-figures.tsx';
import { ItemCodeParts } from './item-code.tsx';
import { ItemMarks } from './item-table.tsx';

type Hit = {
  sessionId: string;
  mode: WalkMode;
  channel: ChannelKind;
  startedAt: number;
  by: 'code' | 'name';
  byHand: boolean;
};
type Covered = { item: CatalogueItem; walks: readonly Hit[] };
export type CoverageShown = {
  items: readonly Covered[];
  walked: number;
  byMode: Partial<Record<WalkMode, number>>;
  byChannel: Partial<Record<ChannelKind, number>>;
  marked: Record<'oneThing' | 'crossRegion' | 'highFrequency', { items: number; walked: number }>;
  elsewhere: readonly { id: string; item: { name: string }; startedAt: number }[];
  practice: number;
};

export type CoverageViewProps = {
  /** undefined while they are read. */
  catalogues: readonly { id: string; name: string }[] | undefined;
  chosen: string | undefined;
  coverage: CoverageShown | undefined;
  onChoose(id: string): void;
  onOpen(sessionId: string): void;
  onBack(): void;
  onImport(): void;
  onExport(): void;
};

/** What of a catalogue has been walked, by mode and channel, and what has not. */
export function CoverageView(props: CoverageViewProps) {
  const text = useText();
  const { catalogues, coverage } = props;
  return (
    <main className="session-list zyb-coverage">
      <header>
        <h1>{text('catalogue.coverage.title')}</h1>
        <Button onClick={props.onBack}>{text('catalogue.coverage.back')}</Button>
      </header>
      {!catalogues && <Skeleton active />}
      {catalogues?.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text('catalogue.coverage.none')}>
          <Button onClick={props.onImport}>{text('catalogue.coverage.import')}</Button>
        </Empty>
      )}
      {catalogues && coverage && (
        <>
          <div className="zyb-coverage-tools">
            <Select
              aria-label={text('catalogue.coverage.catalogue')}
              value={props.chosen ?? null}
              options={catalogues.map(({ id, name }) => ({ value: id, label: name }))}
              popupMatchSelectWidth={false}
              onChange={(id) => id && props.onChoose(id)}
            />
            <Button onClick={props.onExport}>{text('catalogue.coverage.export')}</Button>
          </div>
          <CoverageFigures coverage={coverage} />
          <CoverageTable coverage={coverage} onOpen={props.onOpen} />
          <Elsewhere coverage={coverage} onOpen={props.onOpen} />
        </>
      )}
    </main>
  );
}

function CoverageTable({ coverage, onOpen }: { coverage: CoverageShown; onOpen(id: string): void }) {
  const text = useText();
  const [query, setQuery] = useState('');
  const [state, setState] = useState<'all' | 'walked' | 'not'>('all');
  const [mode, setMode] = useState<WalkMode>();
  const [channel, setChannel] = useState<ChannelKind>();
  const search = useMemo(() => createItemSearch(coverage.items.map(({ item }) => item)), [coverage]);
  const rows = useMemo(() => {
    const byItem = new Map(coverage.items.map((each) => [each.item, each]));
    const found = query.trim()
      ? search(query, coverage.items.length).flatMap((item) => byItem.get(item) ?? [])
      : coverage.items;
    // "Not walked" is asked for a mode or a channel too: not walked in this way.
    const fits = (walk: Hit) => (!mode || walk.mode === mode) && (!channel || walk.channel === channel);
    return found.filter(({ walks }) => {
      const walked = walks.some(fits);
      return state === 'all' ? walked || !(mode || channel) : walked === (state === 'walked');
    });
  }, [coverage, search, query, state, mode, channel]);
  return (
    <>
      <div className="zyb-coverage-tools">
        <Input
          allowClear
          value={query}
          aria-label={text('catalogue.coverage.search')}
          placeholder={text('catalogue.coverage.search')}
          onChange={(event) => setQuery(event.target.value)}
        />
        <Select
          aria-label={text('catalogue.coverage.state')}
          value={state}
          options={(['all', 'walked', 'not'] as const).map((value) => ({
            value,
            label: text(`catalogue.coverage.${value}`),
          }))}
          popupMatchSelectWidth={false}
          onChange={setState}
        />
        <Select
          allowClear
          aria-label={text('catalogue.coverage.mode')}
          placeholder={text('catalogue.coverage.mode')}
          {...(mode ? { value: mode } : {})}
          options={walkModes.map((value) => ({ value, label: text(`mode.${value}`) }))}
          popupMatchSelectWidth={false}
          onChange={(value: WalkMode | undefined) => setMode(value)}
        />
        <Select
          allowClear
          aria-label={text('catalogue.coverage.channel')}
          placeholder={text('catalogue.coverage.channel')}
          {...(channel ? { value: channel } : {})}
          options={channelKinds.map((value) => ({ value, label: text(`channel.${value}`) }))}
          popupMatchSelectWidth={false}
          onChange={(value: ChannelKind | undefined) => setChannel(value)}
        />
        <span role="status">{text('catalogue.coverage.shown', rows.length)}</span>
      </div>
      <Table<Covered>
        size="small"
        rowKey={({ item }) => item.row}
        dataSource={[...rows]}
        pagination={{ pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }}
        locale={{ emptyText: text('catalogue.coverage.noMatch') }}
        scroll={{ x: 900 }}
        columns={[
          {
            title: text('catalogue.field.name'),
            render: (_, { item }) => (
              <span className="zyb-catalogue-name">
                {item.name} <ItemMarks item={item} />
                {isWebAddress(item.guideUrl) && (
                  <a href={item.guideUrl} target="_blank" rel="noreferrer" title={item.guideUrl}>
                    {text('catalogue.coverage.guide')}
                  </a>
                )}
              </span>
            ),
          },
          {
            title: text('catalogue.field.code'),
            width: 310,
            render: (_, { item }) => <ItemCodeParts code={item.code} />,
          },
          { title: text('catalogue.field.department'), width: 170, render: (_, { item }) => item.department },
          {
            title: text('catalogue.coverage.walks'),
            width: 300,
            render: (_, { walks }) => <Walks walks={walks} onOpen={onOpen} />,
          },
        ]}
      />
    </>
  );
}

function Walks({ walks, onOpen }: { walks: readonly Hit[]; onOpen(id: string): void }) {
  const text = useText();
  if (walks.length === 0) return <span data-walked="no">{text('catalogue.coverage.not')}</span>;
  return walks.map((walk) => (
    <div key={walk.sessionId}>
      <Button type="link" size="small" onClick={() => onOpen(walk.sessionId)}>
        {text(`mode.${walk.mode}`)} · {text(`channel.${walk.channel}`)} · {formatDate(walk.startedAt)}
      </Button>
      {walk.byHand && <small>{text('byHand.tag')}</small>}
      {walk.by === 'name' && (
        <small title={text('catalogue.coverage.byNameHint')}>{text('catalogue.coverage.byName')}</small>
      )}
    </div>
  ));
}

function Elsewhere({ coverage, onOpen }: { coverage: CoverageShown; onOpen(id: string): void }) {
  const text = useText();
  return (
    <>
      {coverage.elsewhere.length > 0 && (
        <Alert
          type="info"
          title={text('catalogue.coverage.elsewhere', coverage.elsewhere.length)}
          description={
            <ul>
              {coverage.elsewhere.slice(0, 20).map((walk) => (
                <li key={walk.id}>
                  <Button type="link" size="small" onClick={() => onOpen(walk.id)}>
                    {walk.item.name} · {formatDate(walk.startedAt)}
                  </Button>
                </li>
              ))}
            </ul>
          }
        />
      )}
      {coverage.practice > 0 && (
        <p className="zyb-weak">{text('catalogue.coverage.practice', coverage.practice)}</p>
      )}
    </>
  );
}
