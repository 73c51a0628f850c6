import { ConfigProvider, Skeleton } from 'antd';
import { useState } from 'react';
import { officerChoices } from '../../lib/model/officers.ts';
import { useText } from '../text.tsx';
import { theme } from '../theme.ts';
import '../tokens.css';
import { CatalogueSection } from './catalogue-section.tsx';
import { CollectorSection } from './collector-section.tsx';
import { type Editing, EditScreen } from './edit-screen.tsx';
import { LogSection } from './log-section.tsx';
import './options-page.css';
import type { OptionsPageProps } from './options-props.ts';
import { PrivacySection } from './privacy-section.tsx';
import { ProgrammeSection } from './programme-section.tsx';
import { RetentionSection } from './retention-section.tsx';
import { SelfTestSection } from './self-test-section.tsx';
import { SiteSection } from './site-section.tsx';
import { StorageSection } from './storage-section.tsx';
import { WalkerSection } from './walker-section.tsx';

const sections = [
  'walker',
  'programme',
  'catalogue',
  'collector',
  'site',
  'privacy',
  'storage',
  'retention',
  'log',
  'check',
  'language',
] as const;

/** Who walks, under which programme, where walks are handed in, and what this browser can do. */
export function OptionsPage(props: OptionsPageProps) {
  const text = useText();
  const { walker } = props;
  const [editing, setEditing] = useState<Editing>();
  return (
    <ConfigProvider theme={theme} button={{ autoInsertSpace: false }}>
      <div className="zyb-options">
        <nav aria-label={text('options.sections')}>
          <h1>{text('options.title')}</h1>
          {sections.map((name) => (
            <a key={name} href={`#${name}`}>
              {text(`options.${name}.title`)}
            </a>
          ))}
          <p>{text('options.version', props.version)}</p>
        </nav>
        <main>
          {editing && <EditScreen editing={editing} on={props} onClose={() => setEditing(undefined)} />}
          {walker && !editing && (
            <>
              <WalkerSection
                walker={walker}
                choices={officerChoices(
                  props.programmes.map(({ programme }) => programme),
                  props.programmeId,
                )}
                onSave={props.onSaveWalker}
              />
              <ProgrammeSection
                {...props}
                onEdit={(pack, copy) => setEditing({ kind: 'programme', pack, copy })}
              />
              <CatalogueSection {...props} />
              <CollectorSection {...props} />
              <SiteSection {...props} onEdit={(site, copy) => setEditing({ kind: 'site', ...site, copy })} />
              <PrivacySection />
              <StorageSection storage={props.storage} />
              <RetentionSection {...props} />
              <LogSection log={props.log} />
              <SelfTestSection {...props} />
              <section id="language" className="zyb-options-section">
                <h2>{text('options.language.title')}</h2>
                <p className="zyb-options-hint">{text('options.language.hint')}</p>
              </section>
            </>
          )}
          {!walker && (
            <div aria-busy="true" aria-label={text('options.loading')}>
              <p className="zyb-options-hint" role="status">
                {text('options.loading')}
              </p>
              <Skeleton active paragraph={{ rows: 8 }} />
            </div>
          )}
        </main>
      </div>
    </ConfigProvider>
  );
}
