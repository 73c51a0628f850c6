import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useText } from '../text.tsx';

export const exportKinds = ['recorder', 'playwright', 'har'] as const;
/** The forms a session can be exported in for other tools. */
export type ExportKind = (typeof exportKinds)[number];

/** The exports, each with one sentence on what it is for and what is not in it. */
export function ExportMenu({ onExport }: { onExport(kind: ExportKind): Promise<void> }) {
  const text = useText();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const save = async (kind: ExportKind) => {
    setBusy(true);
    try {
      await onExport(kind);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      message.error({ content: text('exports.notSaved', reason), duration: 8 });
    }
    setBusy(false);
  };
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      menu={{ items: exportItems(text), onClick: ({ key }) => void save(key as ExportKind) }}
    >
      <Button loading={busy && { delay: 300 }} title={text('exports.explain')} aria-haspopup="menu">
        {text('exports.menu')}
      </Button>
    </Dropdown>
  );
}

/** What the menu lists. */
export function exportItems(text: ReturnType<typeof useText>) {
  return exportKinds.map((key) => ({
    key,
    label: (
      <span className="export-entry">
        <strong>{text(`exports.${key}.name`)}</strong>
        <span className="zyb-weak">{text(`exports.${key}.purpose`)}</span>
      </span>
    ),
  }));
}
