import { Button, Tag } from 'antd';
import type { Programme } from '../../lib/model/programme.ts';
import { useText } from '../text.tsx';
import type { PackView } from './options-props.ts';
import { RowButton } from './row-button.tsx';

type Props = {
  pack: PackView;
  used: boolean;
  onUse(): void;
  onShow(what: 'preview' | 'sign' | 'trust'): void;
  onEdit(copy: boolean): void;
  onExport(): void;
  onDelete(): void;
};

const lockColours = { none: undefined, unknownKey: 'orange', locked: 'green', broken: 'red' } as const;

/** One pack of the list: what it is, how it stands, and what can be done with it. */
export function PackRow({ pack, used, ...on }: Props) {
  const text = useText();
  const { programme, builtIn, lock } = pack;
  const name = programme.shortTitle;
  return (
    <li data-used={used || undefined}>
      <div>
        <h3>
          {programme.title} <Tag>{programme.version}</Tag>
          {!builtIn && <Tag color="blue">{text('options.importedMark')}</Tag>}
          {lock !== 'none' && <Tag color={lockColours[lock]}>{text(`pack.lock.${lock}`)}</Tag>}
        </h3>
        <p>{[programme.issuer, programme.documentNumber].filter(Boolean).join(' · ')}</p>
        <p>{text('options.programme.contents', ...contentsOf(programme))}</p>
        {programme.signature && lock !== 'none' && (
          <p className="zyb-pack-signature">
            {text(`pack.lockSays.${lock}`, programme.signature.signer)}
            {pack.fingerprint && <code>{pack.fingerprint}</code>}
            {lock === 'unknownKey' && (
              <Button size="small" type="link" onClick={() => on.onShow('trust')}>
                {text('pack.trust.button')}
              </Button>
            )}
          </p>
        )}
        <div className="zyb-pack-actions">
          <RowButton label={text('pack.preview')} of={name} onClick={() => on.onShow('preview')} />
          {!builtIn && lock !== 'locked' && (
            <RowButton label={text('pack.edit')} of={name} onClick={() => on.onEdit(false)} />
          )}
          <RowButton label={text('pack.copy')} of={name} onClick={() => on.onEdit(true)} />
          <RowButton label={text('pack.export')} of={name} onClick={on.onExport} />
          <RowButton label={text('pack.sign.button')} of={name} onClick={() => on.onShow('sign')} />
          {!builtIn && !used && <RowButton label={text('options.delete')} of={name} onClick={on.onDelete} />}
        </div>
      </div>
      {used ? (
        <span className="zyb-options-good">{text('options.programme.used')}</span>
      ) : (
        <Button onClick={on.onUse}>{text('options.programme.use')}</Button>
      )}
    </li>
  );
}

function contentsOf(programme: Programme): [checklists: number, checkItems: number, suggested: number] {
  const items = programme.checklists.flatMap((list) =>
    list.dimensions.flatMap((dimension) => dimension.items),
  );
  return [programme.checklists.length, items.length, programme.suggestedItems.length];
}
