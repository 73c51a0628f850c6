import { Alert, Input, InputNumber, Modal, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { Catalogue } from '../../lib/model/catalogue.ts';
import { catalogueFields, columnLetters, type ReadTables } from '../../lib/model/catalogue-table.ts';
import type { CatalogueTools, Done } from '../options/options-props.ts';
import { useText } from '../text.tsx';
import './catalogue.css';
import { FaultList } from './fault-list.tsx';
import { ItemTable } from './item-table.tsx';

/** Shows what a table would come to, lets columns be put right, and keeps it only then. */
export function CatalogueImport(props: {
  fileName: string;
  read: ReadTables & { ok: true };
  tools: CatalogueTools;
  /** Names there are already: the same one is replaced, and told so. */
  names: readonly string[];
  onKeep(catalogue: Pick<Catalogue, 'name' | 'fileName' | 'items'>): Promise<Done>;
  onClose(): void;
}) {
  const text = useText();
  const { read, tools } = props;
  const tables = read.tables.map((table) => ({ table, map: tools.findColumns(table) }));
  const richest = tables.reduce(
    (best, each, at) =>
      Object.keys(each.map.columns).length > Object.keys(tables[best]?.map.columns ?? {}).length ? at : best,
    0,
  );
  const [sheet, setSheet] = useState(richest);
  const table = read.tables[sheet] ?? read.tables[0];
  const [map, setMap] = useState(() => tables[richest]?.map ?? { header: 1, columns: {} });
  const [name, setName] = useState(props.fileName.replace(/\.\w+$/, ''));
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string>();
  const headings = useMemo(
    () => (table ? tools.headings(table, map.header) : []),
    [table, map.header, tools],
  );
  const draft = useMemo(
    () => (table ? tools.makeDraft(table, map) : { items: [], faults: [], leftOut: 0 }),
    [table, map, tools],
  );
  const nameless = map.columns.name === undefined;
  const columns = headings.map((heading, column) => ({
    value: column,
    label: `${columnLetters(column)} ${heading || text('catalogue.import.noHeading')}`,
  }));
  const keep = async () => {
    setBusy(true);
    const done = await props.onKeep({ name: name.trim(), fileName: props.fileName, items: draft.items });
    setBusy(false);
    if (!done.ok) setFailed(done.message);
  };
  return (
    <Modal
      open
      width={1000}
      title={text('catalogue.import.title', props.fileName)}
      okText={text('catalogue.import.keep', draft.items.length)}
      cancelText={text('catalogue.import.cancel')}
      okButtonProps={{ disabled: nameless || draft.items.length === 0 || !name.trim(), loading: busy }}
      onOk={() => void keep()}
      onCancel={props.onClose}
    >
      <div className="zyb-catalogue-import">
        <div className="zyb-catalogue-head">
          <label>
            {text('catalogue.import.name')}
            <Input value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
          </label>
          {read.tables.length > 1 && (
            <label>
              {text('catalogue.import.sheet')}
              <Select
                aria-label={text('catalogue.import.sheet')}
                value={sheet}
                options={read.tables.map((each, at) => ({ value: at, label: each.name }))}
                onChange={(at: number) => {
                  setSheet(at);
                  setMap(tables[at]?.map ?? { header: 1, columns: {} });
                }}
              />
            </label>
          )}
          <label>
            {text('catalogue.import.header')}
            <InputNumber
              min={0}
              max={table?.rows.length ?? 1}
              value={map.header}
              onChange={(header) => setMap({ ...map, header: header ?? 0 })}
            />
          </label>
          {read.encoding && <span>{text('catalogue.import.encoding', read.encoding.toUpperCase())}</span>}
        </div>
        {props.names.includes(name.trim()) && (
          <p className="zyb-options-warn">{text('catalogue.import.replaces', name.trim())}</p>
        )}
        {nameless && (
          <Alert
            type="error"
            showIcon
            title={text('catalogue.import.nameless')}
            description={text('catalogue.import.found', headings.filter(Boolean).join('、') || '–')}
          />
        )}
        <fieldset className="zyb-catalogue-columns">
          <legend>{text('catalogue.import.columns')}</legend>
          {catalogueFields.map((field) => (
            <label key={field} data-missing={(field === 'name' && nameless) || undefined}>
              {text(`catalogue.field.${field}`)}
              <Select
                allowClear
                aria-label={text(`catalogue.field.${field}`)}
                placeholder={text('catalogue.import.none')}
                value={map.columns[field]}
                options={columns}
                onChange={(column: number | undefined) => {
                  const { [field]: _, ...others } = map.columns;
                  setMap({ ...map, columns: column === undefined ? others : { ...others, [field]: column } });
                }}
              />
            </label>
          ))}
        </fieldset>
        <p role="status">
          <b>{text('catalogue.import.takes', draft.items.length)}</b>{' '}
          {draft.leftOut > 0 && text('catalogue.import.leftOut', draft.leftOut)}
        </p>
        <FaultList faults={[...read.faults, ...draft.faults]} headings={headings} />
        {draft.items.length > 0 && <ItemTable items={draft.items} />}
        {failed && <Alert type="error" showIcon title={text('options.failed', failed)} />}
      </div>
    </Modal>
  );
}
