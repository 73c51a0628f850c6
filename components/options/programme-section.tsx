import { Button, Empty, Tag } from 'antd';
import { useState } from 'react';
import type { Programme } from '../../lib/model/programme.ts';
import { useText } from '../text.tsx';
import { ImportButton } from './import-button.tsx';
import type { OptionsPageProps } from './options-props.ts';
import { Section } from './section.tsx';
import { UndoBar } from './undo-bar.tsx';

type Props = Pick<
  OptionsPageProps,
  'programmes' | 'programmeId' | 'onChooseProgramme' | 'onImportProgramme' | 'onDeleteProgramme'
>;

/** Which programme the next walk belongs to. */
export function ProgrammeSection({ programmes, programmeId, ...on }: Props) {
  const text = useText();
  const [deleted, setDeleted] = useState<Programme>();
  const used = programmeId ?? programmes[0]?.programme.id;
  return (
    <Section name="programme">
      {programmes.length === 0 && <Empty description={text('options.programme.none')} />}
      <ul className="zyb-options-list">
        {programmes.map(({ programme, builtIn }) => (
          <li key={programme.id} data-used={programme.id === used || undefined}>
            <div>
              <h3>
                {programme.title} <Tag>{programme.version}</Tag>
                {!builtIn && <Tag color="blue">{text('options.importedMark')}</Tag>}
              </h3>
              <p>{[programme.issuer, programme.documentNumber].filter(Boolean).join(' · ')}</p>
              <p>{text('options.programme.contents', ...contentsOf(programme))}</p>
            </div>
            {!builtIn && programme.id !== used && (
              <Button
                type="text"
                onClick={() => {
                  setDeleted(programme);
                  on.onDeleteProgramme(programme.id);
                }}
              >
                {text('options.delete')}
              </Button>
            )}
            {programme.id === used ? (
              <span className="zyb-options-good">{text('options.programme.used')}</span>
            ) : (
              <Button onClick={() => on.onChooseProgramme(programme.id)}>
                {text('options.programme.use')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {deleted && (
        <UndoBar
          name={deleted.shortTitle}
          onClose={() => setDeleted(undefined)}
          onUndo={() => {
            setDeleted(undefined);
            void on.onImportProgramme(JSON.stringify(deleted));
          }}
        />
      )}
      <ImportButton label={text('options.programme.import')} onImport={on.onImportProgramme} />
    </Section>
  );
}

function contentsOf(programme: Programme): [checklists: number, checkItems: number, suggested: number] {
  const items = programme.checklists.flatMap((list) =>
    list.dimensions.flatMap((dimension) => dimension.items),
  );
  return [programme.checklists.length, items.length, programme.suggestedItems.length];
}
