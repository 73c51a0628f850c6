import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { browser } from 'wxt/browser';
import { CoverageView } from '../../components/catalogue/coverage-view.tsx';
import { useText } from '../../components/text.tsx';
import { type CoverageWalk, coverCatalogue } from '../../lib/assess/catalogue-coverage.ts';
import { coverageCsv } from '../../lib/export/coverage-csv.ts';
import type { Session } from '../../lib/model/session.ts';
import { saveText } from '../options/save-text.ts';
import { packs, store } from './local.ts';

/** Which items of a catalogue the walks in this browser, own and opened from files, have reached. */
export function CoverageScreen({ onOpen, onBack }: { onOpen(id: string): void; onBack(): void }) {
  const text = useText();
  const [chosen, setChosen] = useState<string>();
  const data = useLiveQuery(async () => {
    const [catalogues, sessions, imported, profiles] = await Promise.all([
      store.catalogues.all(),
      store.db.sessions.toArray(),
      store.imported.all(),
      packs.siteProfiles(),
    ]);
    const practice = new Set(profiles.filter((profile) => profile.practice).map(({ id }) => id));
    const walks = new Map<string, CoverageWalk>();
    const add = (session: Session) => {
      const { id, item, mode, channel, channelKind, entry, startedAt, siteProfileId } = session;
      const isPractice = practice.has(siteProfileId ?? '');
      walks.set(id, { id, item, mode, channel, channelKind, entry, startedAt, practice: isPractice });
    };
    for (const { report } of imported) add(report.session);
    for (const session of sessions) if (session.state === 'finished') add(session);
    return { catalogues, walks: [...walks.values()] };
  }, []);
  const catalogue = data?.catalogues.find((each) => each.id === chosen) ?? data?.catalogues[0];
  const coverage = useMemo(
    () => catalogue && data && coverCatalogue(catalogue.items, data.walks),
    [catalogue, data],
  );
  return (
    <CoverageView
      catalogues={data?.catalogues.map(({ id, name }) => ({ id, name }))}
      chosen={catalogue?.id}
      coverage={coverage}
      onChoose={setChosen}
      onOpen={onOpen}
      onBack={onBack}
      onImport={() => void browser.runtime.openOptionsPage()}
      onExport={() => {
        if (!coverage || !catalogue) return;
        const words = {
          mode: (mode: string) => text(`mode.${mode}`),
          channel: (kind: string) => text(`channel.${kind}`),
        };
        saveText(
          `${catalogue.name}-${text('catalogue.coverage.title')}.csv`,
          coverageCsv(coverage, words),
          'text/csv',
        );
      }}
    />
  );
}
