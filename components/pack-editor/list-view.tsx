import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useText } from '../text.tsx';
import { moveEntry, type Path, readAt } from './edit-path.ts';
import { useEditor } from './editor-context.ts';
import { FieldsView } from './field-view.tsx';
import type { ListSpec } from './spec.ts';

type Entry = Record<string, unknown>;

/** Entries with their order: opened one by one, moved, deleted (undo brings back), added at the end. */
export function ListView({ spec, path }: { spec: ListSpec; path: Path }) {
  const text = useText();
  const { draft, change, faultAt } = useEditor();
  const value = readAt(draft, path);
  const list: Entry[] = Array.isArray(value) ? value : [];
  const [opened, setOpened] = useState<number>();
  const name = text(`pack.field.${spec.name}`);
  const fault = faultAt(path);
  const move = (from: number, to: number) => {
    change(path, moveEntry(list, from, to));
    setOpened((at) => (at === from ? to : at));
  };
  return (
    <section className="zyb-edit-list" aria-label={name}>
      <header>
        <h4>
          {name} <small>{list.length}</small>
        </h4>
        <Button
          size="small"
          aria-label={text('pack.editor.addTo', name)}
          onClick={() => {
            const owner = (path.length > 1 ? readAt(draft, path.slice(0, -1)) : draft) as Entry;
            change(path, [...list, spec.fresh(owner, list)]);
            setOpened(list.length);
          }}
        >
          {text('pack.editor.add')}
        </Button>
      </header>
      {fault && <p className="zyb-edit-fault">{fault}</p>}
      {list.map((entry, at) => (
        <EntryView
          // Ids may be typed over while editing: the place is what stays.
          key={at}
          title={String(entry[spec.summary] || text('pack.editor.untitled'))}
          path={[...path, at]}
          first={at === 0}
          last={at === list.length - 1}
          open={opened === at}
          onToggle={() => setOpened(opened === at ? undefined : at)}
          onMove={(by) => move(at, at + by)}
          onDelete={() => {
            change(
              path,
              list.filter((_, other) => other !== at),
            );
            setOpened(undefined);
          }}
        >
          <FieldsView fields={spec.fields} path={[...path, at]} />
        </EntryView>
      ))}
    </section>
  );
}

function EntryView(props: {
  title: string;
  path: Path;
  first: boolean;
  last: boolean;
  open: boolean;
  onToggle(): void;
  onMove(by: 1 | -1): void;
  onDelete(): void;
  children: ReactNode;
}) {
  const text = useText();
  const { title, path, open } = props;
  const faults = useEditor().faultsUnder(path);
  return (
    <div className="zyb-edit-entry" data-open={open || undefined}>
      <div className="zyb-edit-head">
        <button type="button" className="zyb-edit-toggle" aria-expanded={open} onClick={props.onToggle}>
          {title}
          {faults > 0 && <em>{text('pack.editor.faults', faults)}</em>}
        </button>
        <Button
          size="small"
          type="text"
          disabled={props.first}
          aria-label={text('pack.editor.up', title)}
          onClick={() => props.onMove(-1)}
        >
          ↑
        </Button>
        <Button
          size="small"
          type="text"
          disabled={props.last}
          aria-label={text('pack.editor.down', title)}
          onClick={() => props.onMove(1)}
        >
          ↓
        </Button>
        <Button
          size="small"
          type="text"
          aria-label={text('pack.editor.deleteEntry', title)}
          onClick={props.onDelete}
        >
          {text('options.delete')}
        </Button>
      </div>
      {open && <div className="zyb-edit-body">{props.children}</div>}
    </div>
  );
}
