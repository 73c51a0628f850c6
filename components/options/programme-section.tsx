import { Empty } from 'antd';
import { useState } from 'react';
import { useText } from '../text.tsx';
import { DeadlineList } from './deadline-list.tsx';
import { ImportButton } from './import-button.tsx';
import { KeyList } from './key-list.tsx';
import type { OptionsPageProps, PackView } from './options-props.ts';
import { PackPreview } from './pack-preview.tsx';
import { PackRow } from './pack-row.tsx';
import { Section } from './section.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { TrustDialog } from './trust-dialog.tsx';
import { UndoBar } from './undo-bar.tsx';

type Props = OptionsPageProps & { onEdit(pack: PackView, copy: boolean): void };

/** The packs there are, which of them the next walk belongs to, and whose keys hold them. */
export function ProgrammeSection({ programmes, programmeId, onEdit, ...on }: Props) {
  const text = useText();
  const [deleted, setDeleted] = useState<{ name: string; file: string }>();
  const [shown, setShown] = useState<{ what: 'preview' | 'sign' | 'trust'; pack: PackView }>();
  const used = programmeId ?? programmes[0]?.programme.id;
  const inUse = programmes.find(({ programme }) => programme.id === used)?.programme;
  const close = () => setShown(undefined);
  return (
    <Section name="programme">
      {programmes.length === 0 && <Empty description={text('options.programme.none')} />}
      <ul className="zyb-options-list">
        {programmes.map((pack) => (
          <PackRow
            key={pack.programme.id}
            pack={pack}
            used={pack.programme.id === used}
            onUse={() => on.onChooseProgramme(pack.programme.id)}
            onShow={(what) => setShown({ what, pack })}
            onEdit={(copy) => onEdit(pack, copy)}
            onExport={() => on.onExportPack(pack.programme.id)}
            onDelete={() => {
              const { id, shortTitle } = pack.programme;
              void on.onDeleteProgramme(id).then((file) => setDeleted({ name: shortTitle, file }));
            }}
          />
        ))}
      </ul>
      {deleted && (
        <UndoBar
          name={deleted.name}
          onClose={() => setDeleted(undefined)}
          onUndo={() => {
            setDeleted(undefined);
            void on.onImportProgramme(deleted.file);
          }}
        />
      )}
      <ImportButton label={text('options.programme.import')} onImport={on.onImportProgramme} />
      {inUse && (
        <DeadlineList
          programme={inUse}
          startsOn={on.programmeStarts[inUse.id]}
          formHref={on.formHref}
          onStart={(day) => on.onSetStart(inUse.id, day)}
        />
      )}
      <KeyList keys={on.trustedKeys} onForget={on.onForgetKey} onMakeKey={on.onMakeKey} />
      {shown?.what === 'preview' && <PackPreview programme={shown.pack.programme} onClose={close} />}
      {shown?.what === 'sign' && (
        <SignDialog
          name={shown.pack.programme.shortTitle}
          onSign={(keyFile) => on.onSignPack(shown.pack.programme.id, keyFile)}
          onClose={close}
        />
      )}
      {shown?.what === 'trust' && shown.pack.programme.signature && (
        <TrustDialog
          pack={shown.pack}
          signature={shown.pack.programme.signature}
          onTrust={on.onTrustKey}
          onClose={close}
        />
      )}
    </Section>
  );
}
