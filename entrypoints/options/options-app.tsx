import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { OptionsPage } from '../../components/options/options-page.tsx';
import type {
  CapabilityRow,
  ConnectionTest,
  Done,
  PackView,
  StorageUse,
  TrustedKeyView,
} from '../../components/options/options-props.ts';
import { type Text, useText } from '../../components/text.tsx';
import { askHealth, enrol } from '../../lib/deliver/enrol.ts';
import { DeliveryProblem } from '../../lib/deliver/send-report.ts';
import { isWhollyKept } from '../../lib/model/delivery.ts';
import { keptDays } from '../../lib/model/settings.ts';
import { askForPages } from '../popup/browser-doors.ts';
import { packs, purgeKept, store } from '../review/local.ts';
import { checkCapabilities } from './check-capabilities.ts';
import { deviceName } from './device-name.ts';
import { importSiteProfile } from './import-site-profile.ts';
import { createPackDesk } from './pack-desk.ts';
import { readStorageUse } from './read-storage-use.ts';
import { saveText } from './save-text.ts';
import { useCatalogues } from './use-catalogues.ts';

const readShipped = async (id: string) => {
  const answer = await fetch(browser.runtime.getURL(`/programmes/${id}.json` as never)).catch(
    () => undefined,
  );
  return answer?.ok ? ((await answer.json()) as Record<string, unknown>) : undefined;
};
const desk = createPackDesk(store, readShipped, saveText);

/** The options page, connected to the settings in this browser. */
export function OptionsApp() {
  const text = useText();
  const settings = useLiveQuery(() => store.settings.read(), []);
  const programmes = useLiveQuery(() => packs.programmes(), []);
  const trust = useLiveQuery(() => store.packs.readTrust(), []);
  const [packViews, setPackViews] = useState<PackView[]>([]);
  const [trustedKeys, setTrustedKeys] = useState<TrustedKeyView[]>([]);
  useEffect(() => {
    if (!programmes || !trust) return;
    // Checking signatures is no read of the database, so it stands outside of the live queries.
    void desk.views(programmes).then(setPackViews);
    void desk.trustedKeys().then(setTrustedKeys);
  }, [programmes, trust]);
  const catalogues = useCatalogues();
  const profiles = useLiveQuery(() => packs.siteProfiles(), []) ?? [];
  const log = useLiveQuery(() => store.readProcessing(), []);
  const receipts = useLiveQuery(() => store.db.deliveries.where('state').equals('kept').toArray(), []) ?? [];
  const kept = receipts.filter(isWhollyKept).map(({ sessionId }) => sessionId);
  const [storage, setStorage] = useState<StorageUse>();
  const [capabilities, setCapabilities] = useState<CapabilityRow[]>();
  const check = useCallback(() => {
    setCapabilities(undefined);
    void checkCapabilities().then(setCapabilities);
  }, []);
  useEffect(() => {
    check();
    void readStorageUse(store).then(setStorage);
  }, [check]);

  const change = (part: Parameters<typeof store.settings.change>[0]) =>
    done(() => store.settings.change(part));
  const { enrolment } = settings ?? {};
  const masking = programmes?.find(({ id }) => id === settings?.programmeId)?.masking;
  const rule = {
    keepDays: keptDays(settings ?? {}, masking),
    locked: masking?.retentionDays !== undefined && masking.locked.includes('retentionDays'),
  };
  return (
    <OptionsPage
      version={browser.runtime.getManifest().version}
      walker={settings?.walker}
      programmes={packViews}
      programmeStarts={settings?.programmeStarts ?? {}}
      trustedKeys={trustedKeys}
      programmeId={settings?.programmeId}
      enrolment={enrolment && { url: enrolment.url, collector: enrolment.collector }}
      siteProfiles={profiles.map((profile) => ({
        profile,
        builtIn: !settings?.siteProfiles.some((each) => each.id === profile.id),
      }))}
      storage={storage}
      capabilities={capabilities}
      retention={settings && { ...rule, kept: kept.length, changed: receipts.length - kept.length }}
      log={log}
      onSaveKeepDays={(keepDays) => void change({ keepDays })}
      onPurgeKept={async () => {
        const done = [];
        for (const id of kept) {
          const purged = await purgeKept(id);
          if (purged) done.push(purged);
        }
        return { sessions: done.length, residue: done.reduce((sum, { residue }) => sum + residue, 0) };
      }}
      onSaveWalker={(walker) => change({ walker })}
      onChooseProgramme={(programmeId) => void change({ programmeId })}
      onImportProgramme={desk.take}
      onDeleteProgramme={async (id) => {
        const data = await desk.readData(id);
        await store.packs.remove(id);
        return JSON.stringify(data);
      }}
      onReadPack={async (id) => (await desk.readData(id)) ?? {}}
      onSavePack={desk.keepEdited}
      onExportPack={(id) => void desk.export(id)}
      formHref={(kind) => browser.runtime.getURL(`/review.html#/forms/${kind}`)}
      onSetStart={(id, day) => {
        const { [id]: _, ...others } = settings?.programmeStarts ?? {};
        void change({ programmeStarts: day ? { ...others, [id]: day } : others });
      }}
      onMakeKey={desk.makeKey}
      onSignPack={desk.sign}
      onTrustKey={(publicKey, name) => done(() => desk.trust(publicKey, name))}
      onForgetKey={(publicKey) => void desk.forget(publicKey)}
      {...catalogues}
      onEnrol={(url, code) =>
        connect(text, async () => {
          await store.settings.change({ enrolment: await enrol(url, code, deviceName(navigator.userAgent)) });
        })
      }
      onForgetEnrolment={() => void change({ enrolment: undefined })}
      onTestConnection={async (): Promise<ConnectionTest> => {
        const began = performance.now();
        const done = await connect(text, async () => void (await askHealth(enrolment?.url ?? '')));
        return done.ok ? { ok: true, ms: Math.round(performance.now() - began) } : done;
      }}
      onImportSiteProfile={(json) => importSiteProfile(store, json)}
      onDeleteSiteProfile={(id) =>
        void change({ siteProfiles: (settings?.siteProfiles ?? []).filter((each) => each.id !== id) })
      }
      onAskPermission={() => void askForPages().then(check)}
      onCheckAgain={check}
    />
  );
}

/** Does something here; what went wrong comes back as it was said. */
async function done(doing: () => Promise<unknown>): Promise<Done> {
  try {
    await doing();
    return { ok: true };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

/** Runs a call to the collector; what went wrong comes back as a sentence. */
async function connect(text: Text, doing: () => Promise<void>): Promise<Done> {
  try {
    await doing();
    return { ok: true };
  } catch (error) {
    const known = error instanceof DeliveryProblem ? error.code : '';
    const sentences: Record<string, string> = {
      'collector-unreachable': 'review.delivery.problem.collectorUnreachable',
      'collector-slow': 'review.delivery.problem.collectorSlow',
      'collector-nonsense': 'review.delivery.problem.collectorNonsense',
      address: 'options.collector.urlBad',
    };
    const key = sentences[known];
    return { ok: false, message: key ? text(key) : error instanceof Error ? error.message : String(error) };
  }
}
