import { Descriptions, Modal } from 'antd';
import type { SiteProfile } from '../../lib/model/site-profile.ts';
import { useText } from '../text.tsx';

/** One site profile to read, with the file itself below. */
export function SiteProfileView({ profile, onClose }: { profile: SiteProfile; onClose(): void }) {
  const text = useText();
  const rows = [
    ['region', profile.region],
    ['hosts', profile.hosts.join('、')],
    ['identity', profile.identityHosts.join('、')],
    ['rules', text('options.site.rulesCount', profile.stageRules.length)],
  ] as const;
  return (
    <Modal open title={profile.name} footer={null} width={720} onCancel={onClose}>
      <Descriptions
        size="small"
        column={1}
        bordered
        items={rows.map(([name, value]) => ({
          key: name,
          label: text(`options.site.${name}`),
          children: value || '—',
        }))}
      />
      <pre className="zyb-options-json" tabIndex={0}>
        {JSON.stringify(profile, undefined, 2)}
      </pre>
    </Modal>
  );
}
