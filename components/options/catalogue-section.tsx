import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import type { Catalogue } from '../../lib/model/catalogue.ts';
import type { ReadTables } from '../../lib/model/catalogue-table.ts';
import { CatalogueImport } from '../catalogue/catalogue-import.tsx';
import { formatDate } from '../format/format-date.ts';
import { useText } from '../text.tsx';
import type { CatalogueProps } from './options-props.ts';
import { Section } from './section.tsx';
import { UndoBar } from './undo-bar.tsx';

type Opened = { name: string; read: ReadTables };

/** The catalogues of service items: what the start form offers, and what walks are held against. */
export function CatalogueSection(props: CatalogueProps) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [opened, setOpened] = useState<Opened>();
  const [kept, setKept] = useState<string>();
  const [deleted, setDeleted] = useState<Catalogue>();
  const open = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    setKept(undefined);
    const read = await props
      .onReadCatalogue(file)
      .catch((): ReadTables => ({ ok: false, refusal: { code: 'damaged', values: [] } }));
    setBusy(false);
    setOpened({ name: file.name, read });
    if (input.current) input.current.value = '';
  };
  return (
    <Section name="catalogue">
      {props.catalogues?.length === 0 && <p className="zyb-options-hint">{text('options.catalogue.none')}</p>}
      <ul className="zyb-options-list">
        {props.catalogues?.map((catalogue) => (
          <li key={catalogue.id}>
            <div>
              <h3>{catalogue.name}</h3>
              <p>
                {text('options.catalogue.items', catalogue.items)} · {formatDate(catalogue.importedAt)}
              </p>
            </div>
            <Button
              type="text"
              aria-label={`${text('options.delete')} ${catalogue.name}`}
              onClick={() => void props.onDeleteCatalogue(catalogue.id).then(setDeleted)}
            >
              {text('options.delete')}
            </Button>
          </li>
        ))}
      </ul>
      {deleted && (
        <UndoBar
          name={deleted.name}
          onClose={() => setDeleted(undefined)}
          onUndo={() => {
            props.onRestoreCatalogue(deleted);
            setDeleted(undefined);
          }}
        />
      )}
      <div className="zyb-options-import">
        <input
          ref={input}
          type="file"
          hidden
          tabIndex={-1}
          accept=".xlsx,.csv,.txt,.tsv"
          onChange={(event) => void open(event.target.files?.[0])}
        />
        <Button loading={busy && { delay: 300 }} onClick={() => input.current?.click()}>
          {text(busy ? 'options.catalogue.reading' : 'options.catalogue.import')}
        </Button>
        {(props.catalogues?.length ?? 0) > 0 && (
          <Button type="link" onClick={props.onOpenCoverage}>
            {text('options.catalogue.coverage')}
          </Button>
        )}
        {kept && (
          <span className="zyb-options-good" role="status">
            {text('options.imported', kept)}
          </span>
        )}
        {opened && !opened.read.ok && (
          <Alert
            type="error"
            showIcon
            closable={{ onClose: () => setOpened(undefined) }}
            title={text('catalogue.refusedTitle', opened.name)}
            description={text(`catalogue.refused.${opened.read.refusal.code}`, ...opened.read.refusal.values)}
          />
        )}
      </div>
      {opened?.read.ok && (
        <CatalogueImport
          fileName={opened.name}
          read={opened.read}
          tools={props.catalogueTools}
          names={props.catalogues?.map(({ name }) => name) ?? []}
          onKeep={async (catalogue) => {
            const done = await props.onKeepCatalogue(catalogue);
            if (done.ok) {
              setOpened(undefined);
              setKept(catalogue.name);
            }
            return done;
          }}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Section>
  );
}
