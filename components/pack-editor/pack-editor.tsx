import { Alert, Button, Popconfirm, Tabs } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import type { PackFault } from '../../lib/model/check-programme.ts';
import type { ImportOutcome } from '../options/options-props.ts';
import { ImportResult } from '../pack-problem/import-result.tsx';
import { fieldWords, reasonWords } from '../pack-problem/problem-words.ts';
import { useText } from '../text.tsx';
import type { Path } from './edit-path.ts';
import { EditorContext, type EditorValue } from './editor-context.ts';
import { FieldsView } from './field-view.tsx';
import './pack-editor.css';
import type { EditorTab } from './spec.ts';
import { useDraft } from './use-draft.ts';

export type PackEditorProps = {
  title: string;
  initial: Record<string, unknown>;
  tabs: readonly EditorTab[];
  /** Everything that does not fit; an empty list may be saved. */
  check(draft: Record<string, unknown>): PackFault[];
  onSave(draft: Record<string, unknown>): Promise<ImportOutcome>;
  onClose(): void;
  /** What the draft comes to, to be looked at before it is saved. */
  preview?(draft: Record<string, unknown>, close: () => void): ReactNode;
};

/** Edits a pack field by field; each fault stands beside its field, and nothing with a fault is saved. */
export function PackEditor({ title, initial, tabs, check, onSave, onClose, preview }: PackEditorProps) {
  const text = useText();
  const { draft, change, undo, canUndo, changed } = useDraft(initial);
  const [outcome, setOutcome] = useState<ImportOutcome>();
  const [saving, setSaving] = useState(false);
  const [looking, setLooking] = useState(false);
  const faults = useMemo(() => check(draft), [check, draft]);
  const value = useMemo<EditorValue>(() => {
    const at = new Map(faults.map((fault) => [fault.path.join('.'), reasonWords(text, fault)]));
    return {
      draft,
      change,
      faultAt: (path) => at.get(path.join('.')),
      faultsUnder: (path) => countUnder(faults, path),
    };
  }, [draft, change, faults, text]);
  const save = async () => {
    setSaving(true);
    const done = await onSave(draft).catch(
      (error: unknown): ImportOutcome => ({ ok: false, message: String(error) }),
    );
    setSaving(false);
    setOutcome(done);
    if (done.ok) onClose();
  };
  return (
    <EditorContext value={value}>
      <section className="zyb-editor" aria-label={title}>
        <header>
          <h2>{title}</h2>
          <span>
            <Button disabled={!canUndo} onClick={undo}>
              {text('options.undo')}
            </Button>
            {preview && (
              <Button disabled={faults.length > 0} onClick={() => setLooking(true)}>
                {text('pack.preview')}
              </Button>
            )}
            {changed ? (
              <Popconfirm
                title={text('pack.editor.leaveAsk')}
                okText={text('pack.editor.leaveYes')}
                cancelText={text('pack.editor.leaveNo')}
                onConfirm={onClose}
              >
                <Button>{text('pack.editor.close')}</Button>
              </Popconfirm>
            ) : (
              <Button onClick={onClose}>{text('pack.editor.close')}</Button>
            )}
            <Button
              type="primary"
              loading={saving && { delay: 300 }}
              disabled={faults.length > 0}
              onClick={() => void save()}
            >
              {text('options.save')}
            </Button>
          </span>
        </header>
        {faults.length > 0 && (
          <Alert
            type="error"
            showIcon
            title={text('pack.editor.faultsWhole', faults.length)}
            description={
              <ul>
                {faults.slice(0, 5).map((fault) => (
                  <li key={`${fault.path.join('.')} ${fault.code}`}>
                    {text('options.importField', fieldWords(text, fault.path), reasonWords(text, fault))}
                  </li>
                ))}
              </ul>
            }
          />
        )}
        {outcome && !outcome.ok && <ImportResult outcome={outcome} onClose={() => setOutcome(undefined)} />}
        <Tabs
          items={tabs.map((tab) => {
            const wrong = tab.fields.reduce((sum, field) => sum + countUnder(faults, [field.name]), 0);
            return {
              key: tab.name,
              label: (
                <>
                  {text(`pack.tab.${tab.name}`)} {wrong > 0 && <em className="zyb-edit-count">{wrong}</em>}
                </>
              ),
              children: <FieldsView fields={tab.fields} path={[]} />,
            };
          })}
        />
        {looking && preview?.(draft, () => setLooking(false))}
      </section>
    </EditorContext>
  );
}

function countUnder(faults: readonly PackFault[], path: Path): number {
  return faults.filter((fault) => path.every((part, at) => fault.path[at] === part)).length;
}
