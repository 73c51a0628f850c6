import { Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { Programme } from '../../lib/model/programme.ts';
import type { SiteProfile } from '../../lib/model/site-profile.ts';
import { beginEdit } from '../pack-editor/begin-edit.ts';
import { checkProgrammeDraft, checkSiteDraft } from '../pack-editor/check-draft.ts';
import { PackEditor } from '../pack-editor/pack-editor.tsx';
import { programmeTabs } from '../pack-editor/programme-spec.ts';
import { siteTabs } from '../pack-editor/site-spec.ts';
import { useText } from '../text.tsx';
import type { ImportOutcome, OptionsPageProps, PackView } from './options-props.ts';
import { PackPreview } from './pack-preview.tsx';

export type Editing =
  | { kind: 'programme'; pack: PackView; copy: boolean }
  | { kind: 'site'; profile: SiteProfile; builtIn: boolean; copy: boolean };

/** A programme or a site profile being edited, in the place of the settings. */
export function EditScreen({
  editing,
  on,
  onClose,
}: {
  editing: Editing;
  on: OptionsPageProps;
  onClose(): void;
}) {
  const text = useText();
  const [initial, setInitial] = useState<Record<string, unknown>>();
  const { onReadPack } = on;
  useEffect(() => {
    const copyTitle = editing.copy ? (title: string) => text('pack.copyOf', title) : undefined;
    if (editing.kind === 'site') setInitial(beginEdit(editing.profile, copyTitle));
    else void onReadPack(editing.pack.programme.id).then((data) => setInitial(beginEdit(data, copyTitle)));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- read once: what is edited must not change under the hands
  }, []);
  const own = editing.copy
    ? undefined
    : editing.kind === 'site'
      ? editing.profile.id
      : editing.pack.programme.id;
  /** A draft under another one's id would take its place in silence. */
  const taken = (
    draft: Record<string, unknown>,
    all: readonly { id: string }[],
  ): ImportOutcome | undefined =>
    draft.id !== own && all.some(({ id }) => id === draft.id)
      ? { ok: false, refusal: { code: 'idTaken', values: [String(draft.id)] } }
      : undefined;
  if (!initial) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (editing.kind === 'site') {
    return (
      <PackEditor
        title={text('pack.editor.title', String(initial.name))}
        initial={initial}
        tabs={siteTabs}
        check={checkSiteDraft}
        onSave={async (draft) =>
          taken(
            draft,
            on.siteProfiles.map(({ profile }) => profile),
          ) ?? on.onImportSiteProfile(JSON.stringify(draft))
        }
        onClose={onClose}
      />
    );
  }
  const names = Object.fromEntries(on.siteProfiles.map(({ profile }) => [profile.id, profile.name]));
  return (
    <PackEditor
      title={text('pack.editor.title', String(initial.shortTitle))}
      initial={initial}
      tabs={programmeTabs(names)}
      check={checkProgrammeDraft}
      onSave={async (draft) =>
        taken(
          draft,
          on.programmes.map(({ programme }) => programme),
        ) ?? on.onSavePack(draft)
      }
      onClose={onClose}
      preview={showPreview}
    />
  );
}

const showPreview = (draft: Record<string, unknown>, close: () => void) => (
  <PackPreview programme={Programme.parse(draft)} onClose={close} />
);
