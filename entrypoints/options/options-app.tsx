import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { OptionsPage } from '../../components/options/options-page.tsx';
import type {
  CapabilityRow,
  ConnectionTest,
  Done,
  ImportOutcome,
  StorageUse,
} from '../../components/options/options-props.ts';
import { type Text, useText } from '../../components/text.tsx';
import { askHealth, enrol } from '../../lib/deliver/enrol.ts';
import { DeliveryProblem } from '../../lib/deliver/send-report.ts';
import { Programme } from '../../lib/model/programme.ts';
import { keptDays } from '../../lib/model/settings.ts';
import { SiteProfile } from '../../lib/model/site-profile.ts';
import { askForPages } from '../popup/browser-doors.ts';
import { packs, purge, store } from '../review/local.ts';
import { checkCapabilities } from './check-capabilities.ts';
import { deviceName } from './device-name.ts';
import { importPack } from './import-pack.ts';
import { readStorageUse } from './read-storage-use.ts';

/** The options page, connected to the settings in this browser. */
export function OptionsApp() {
  const text = useText();
  const settings = useLiveQuery(() => store.settings.read(), []);
  const programmes = useLiveQuery(() => packs.programmes(), []) ?? [];
  const profiles = useLiveQuery(() => packs.siteProfiles(), []) ?? [];
  const log = useLiveQuery(() => store.readProcessing(), []);
  const kept = useLiveQuery(() => store.db.deliveries.where('state').equals('kept').primaryKeys(), []) ?? [];
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

  const change = async (part: Parameters<typeof store.settings.change>[0]): Promise<Done> => {
    try {
      await store.settings.change(part);
      return { ok: true };
    } catch (error) {
      return { ok: false, message: error instanceof Error ? error.message : String(error) };
    }
  };
  const { enrolment } = settings ?? {};
  const masking = programmes.find(({ id }) => id === settings?.programmeId)?.masking;
  const rule = {
    keepDays: keptDays(settings ?? {}, masking),
    locked: masking?.retentionDays !== undefined && masking.locked.includes('retentionDays'),
  };
  return (
    <OptionsPage
      version={browser.runtime.getManifest().version}
      walker={settings?.walker}
      programmes={programmes.map((programme) => ({
        programme,
        builtIn: !settings?.programmes.some((each) => each.id === programme.id),
      }))}
      programmeId={settings?.programmeId}
      enrolment={enrolment && { url: enrolment.url, collector: enrolment.collector }}
      siteProfiles={profiles.map((profile) => ({
        profile,
        builtIn: !settings?.siteProfiles.some((each) => each.id === profile.id),
      }))}
      storage={storage}
      capabilities={capabilities}
      retention={settings && { ...rule, kept: kept.length }}
      log={log}
      onSaveKeepDays={(keepDays) => void change({ keepDays })}
      onPurgeKept={async () => {
        const done = [];
        for (const id of kept) done.push(await purge(id));
        return { sessions: done.length, residue: done.reduce((sum, { residue }) => sum + residue, 0) };
      }}
      onSaveWalker={(walker) => change({ walker })}
      onChooseProgramme={(programmeId) => void change({ programmeId })}
      onImportProgramme={async (json): Promise<ImportOutcome> =>
        importPack(Programme, json, async (pack) => {
          const others = (await store.settings.read()).programmes.filter((each) => each.id !== pack.id);
          await store.settings.change({ programmes: [...others, pack] });
          return pack.title;
        })
      }
      onDeleteProgramme={(id) =>
        void change({ programmes: (settings?.programmes ?? []).filter((each) => each.id !== id) })
      }
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
      onImportSiteProfile={(json) =>
        importPack(SiteProfile, json, async (profile) => {
          const others = (await store.settings.read()).siteProfiles.filter((each) => each.id !== profile.id);
          await store.settings.change({ siteProfiles: [...others, profile] });
          return profile.name;
        })
      }
      onDeleteSiteProfile={(id) =>
        void change({ siteProfiles: (settings?.siteProfiles ?? []).filter((each) => each.id !== id) })
      }
      onAskPermission={() => void askForPages().then(check)}
      onCheckAgain={check}
    />
  );
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
