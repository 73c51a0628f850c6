import { Button, Table, Tag } from 'antd';
import { useState } from 'react';
import type { SiteProfile } from '../../lib/model/site-profile.ts';
import { useText } from '../text.tsx';
import { ImportButton } from './import-button.tsx';
import type { OptionsPageProps } from './options-props.ts';
import { RowButton } from './row-button.tsx';
import { Section } from './section.tsx';
import { SiteProfileView } from './site-profile-view.tsx';
import { UndoBar } from './undo-bar.tsx';

type Props = Pick<OptionsPageProps, 'siteProfiles' | 'onImportSiteProfile' | 'onDeleteSiteProfile'> & {
  onEdit(site: { profile: SiteProfile; builtIn: boolean }, copy: boolean): void;
};

/** The portals this browser knows: built in and imported. */
export function SiteSection({ siteProfiles, onImportSiteProfile, onDeleteSiteProfile, onEdit }: Props) {
  const text = useText();
  const [viewed, setViewed] = useState<SiteProfile>();
  const [deleted, setDeleted] = useState<SiteProfile>();
  return (
    <Section name="site">
      <Table
        size="small"
        pagination={false}
        rowKey={({ profile }) => profile.id}
        dataSource={[...siteProfiles]}
        locale={{ emptyText: text('options.site.none') }}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: text('options.site.name'), render: (_, { profile }) => profile.name },
          { title: text('options.site.region'), render: (_, { profile }) => profile.region },
          { title: text('options.site.hosts'), render: (_, { profile }) => <Hosts hosts={profile.hosts} /> },
          {
            title: text('options.site.origin'),
            render: (_, { builtIn }) => (
              <Tag color={builtIn ? undefined : 'blue'}>
                {text(builtIn ? 'options.builtIn' : 'options.importedMark')}
              </Tag>
            ),
          },
          {
            title: '',
            align: 'right',
            render: (_, { profile, builtIn }) => (
              <>
                {!builtIn && (
                  <Button
                    size="small"
                    type="text"
                    onClick={() => {
                      setDeleted(profile);
                      onDeleteSiteProfile(profile.id);
                    }}
                  >
                    {text('options.delete')}
                  </Button>
                )}
                <RowButton
                  label={text(builtIn ? 'pack.copy' : 'pack.edit')}
                  of={profile.name}
                  onClick={() => onEdit({ profile, builtIn }, builtIn)}
                />
                <Button size="small" type="link" onClick={() => setViewed(profile)}>
                  {text('options.site.view')}
                </Button>
              </>
            ),
          },
        ]}
      />
      {deleted && (
        <UndoBar
          name={deleted.name}
          onClose={() => setDeleted(undefined)}
          onUndo={() => {
            setDeleted(undefined);
            void onImportSiteProfile(JSON.stringify(deleted));
          }}
        />
      )}
      <ImportButton label={text('options.site.import')} onImport={onImportSiteProfile} />
      {viewed && <SiteProfileView profile={viewed} onClose={() => setViewed(undefined)} />}
    </Section>
  );
}

function Hosts({ hosts }: { hosts: readonly string[] }) {
  const text = useText();
  return (
    <span className="zyb-options-address" title={hosts.join('\n')}>
      {hosts[0]} {hosts.length > 1 && text('options.site.more', hosts.length)}
    </span>
  );
}
