import { type FormEvent, useState } from 'react';
import type { AimRequest } from '../../lib/model/aim.ts';
import type { CatalogueItem } from '../../lib/model/catalogue.ts';
import type { ConsentRequest } from '../../lib/model/consent.ts';
import { privacyAtStart } from '../../lib/model/masking-policy.ts';
import type { Programme, SuggestedItem } from '../../lib/model/programme.ts';
import type { ItemMarks } from '../../lib/model/service-item.ts';
import type { Perspective, WalkMode } from '../../lib/model/walk-mode.ts';
import { AimsField } from '../aims/aims-field.tsx';
import { PersonalNote } from '../tagging/personal-note.tsx';
import { useText } from '../text.tsx';
import { ChoiceChips } from './choice-chips.tsx';
import { ConsentNotice } from './consent-notice.tsx';
import { entryLinks, type SiteEntry } from './entry-links.ts';
import { EntryLinksLine } from './entry-links-line.tsx';
import { RecordedAndNot } from './first-run.tsx';
import { ItemField } from './item-field.tsx';
import { ItemMarksField } from './item-marks.tsx';
import { ItemPicked } from './item-picked.tsx';
import { knownMarks } from './known-marks.ts';
import { ProgrammeField } from './programme-field.tsx';
import { suggestionsOf } from './suggestions-of.ts';
import type { WalkPanelProps } from './walk-panel-props.ts';

/** Programme, service item, mode, perspective and this walk's consent. */
export function StartForm({
  programmes,
  programmeId,
  suggestedItems,
  defaults,
  tab,
  permission,
  ...rest
}: WalkPanelProps) {
  const text = useText();
  const [chosenProgramme, setChosenProgramme] = useState(programmeId);
  const [itemName, setItemName] = useState('');
  const [itemCode, setItemCode] = useState<string>();
  const [saidMarks, setSaidMarks] = useState<ItemMarks>();
  const [mode, setMode] = useState(defaults?.mode);
  const [perspective, setPerspective] = useState(defaults?.perspective);
  const [consent, setConsent] = useState(false);
  const [asks, setAsks] = useState(false);
  const [answer, setAnswer] = useState<ConsentRequest>();
  const [aims, setAims] = useState<readonly AimRequest[]>([]);
  const [checksSteps, setChecksSteps] = useState<boolean>();
  const [missing, setMissing] = useState<'item' | 'consent'>();

  const programme = programmes.find((each) => each.id === chosenProgramme) ?? programmes[0];
  if (!programme) {
    return (
      <section className="zyb-notice" data-tone="quiet">
        <p>{text('walk.form.noProgramme')}</p>
        <button type="button" className="zyb-button" onClick={rest.onOpenOptions}>
          {text('walk.nav.settings')}
        </button>
      </section>
    );
  }
  const walkMode = programme.modes.find((each) => each.mode === mode) ?? programme.modes[0];
  const view =
    programme.perspectives.find((each) => each.perspective === perspective) ?? programme.perspectives[0];
  const items = suggestionsOf(suggestedItems, programme);
  const named = rest.catalogue?.named(itemName.trim()) ?? [];
  const marks = saidMarks ?? knownMarks(items, named, itemName.trim(), itemCode);
  const citizens = walkMode?.mode === 'accompany';
  const policy = programme.masking ?? { metricsModes: [] };
  const quiet = privacyAtStart(walkMode?.mode ?? 'other', programme.modes, policy) === 'metrics';
  const locked = programme.masking?.locked.includes('privacy') ?? false;
  const stepChecks = checksSteps ?? programme.pageChecks === 'at-rest';
  const possible = permission === 'granted' && tab?.recordable === true && rest.busy === undefined;

  const start = (event: FormEvent) => {
    event.preventDefault();
    const name = itemName.trim();
    if (!name) return setMissing('item');
    if (!consent || (quiet && asks && !answer)) return setMissing('consent');
    if (!possible || !walkMode || !view) return undefined;
    const code = codeOf(items, named, name, itemCode);
    return rest.onStart({
      programmeId: programme.id,
      itemName: name,
      ...(code ? { itemCode: code } : {}),
      itemMarks: marks,
      mode: walkMode.mode,
      perspective: view.perspective,
      ...(quiet && asks && answer ? { consent: answer } : {}),
      aims,
      pageChecks: stepChecks ? 'at-rest' : 'on-request',
    });
  };

  return (
    <form className="zyb-card zyb-form" onSubmit={start} noValidate>
      <ProgrammeField programmes={programmes} value={programme.id} onChange={setChosenProgramme} />
      <ItemField
        value={itemName}
        items={items}
        catalogue={rest.catalogue}
        missing={missing === 'item'}
        onChange={(value) => {
          setItemName(value);
          setItemCode(undefined);
          setSaidMarks(undefined);
          if (value.trim()) setMissing(undefined);
        }}
      />
      <ItemPicked items={named} code={itemCode} onChoose={setItemCode} />
      <EntryLinksLine
        links={entryLinks({
          suggested: items,
          named,
          name: itemName.trim(),
          code: itemCode,
          sites: tab?.recordable ? [] : sitesOf(rest.sites ?? [], programme),
        })}
      />
      {itemName.trim() && <ItemMarksField marks={marks} onChange={setSaidMarks} />}
      <PersonalNote words={itemName} looksPersonal={rest.looksPersonal} />
      <ChoiceChips<WalkMode>
        label={text('walk.form.mode')}
        choices={programme.modes.map((each) => ({ id: each.mode, label: each.label, note: each.note }))}
        value={walkMode?.mode}
        onChange={(id) => {
          setMode(id);
          setConsent(false);
          setAsks(false);
          setAnswer(undefined);
        }}
      />
      {quiet && (
        <div className="zyb-consent-choice">
          {!walkMode?.note && <p className="zyb-hint">{text('walk.form.metrics')}</p>}
          <label className="zyb-check" data-locked={locked || undefined}>
            <input
              type="checkbox"
              checked={asks}
              disabled={locked}
              onChange={({ target }) => {
                setAsks(target.checked);
                setAnswer(undefined);
              }}
            />
            <span>{text('walk.consent.atStart')}</span>
          </label>
          {locked && <p className="zyb-hint">{text('walk.consent.locked')}</p>}
          {asks && <ConsentNotice keepDays={rest.keepDays ?? 30} onAnswer={setAnswer} />}
        </div>
      )}
      <ChoiceChips<Perspective>
        label={text('walk.form.perspective')}
        choices={programme.perspectives.map((each) => ({ id: each.perspective, label: each.label }))}
        value={view?.perspective}
        onChange={setPerspective}
      />
      <AimsField
        programme={programme}
        item={{ name: itemName, code: codeOf(items, named, itemName.trim(), itemCode) }}
        aims={aims}
        readOpenProblems={rest.readOpenProblems}
        looksPersonal={rest.looksPersonal}
        onChange={setAims}
      />
      <label className="zyb-check" title={text('checks.stepsExplain')}>
        <input
          type="checkbox"
          checked={stepChecks}
          onChange={({ target }) => setChecksSteps(target.checked)}
        />
        <span>{text('checks.steps')}</span>
      </label>
      <div className="zyb-start" data-possible={possible || undefined}>
        <label className="zyb-check" data-missing={missing === 'consent' || undefined}>
          <input
            type="checkbox"
            checked={consent}
            onChange={(event) => {
              setConsent(event.target.checked);
              setMissing(undefined);
            }}
          />
          <span>{text(citizens ? 'walk.form.consentCitizen' : 'walk.form.consent')}</span>
        </label>
        {missing === 'consent' && (
          <p className="zyb-error" role="alert">
            {text(quiet && asks && !answer ? 'walk.consent.missing' : 'walk.form.consentMissing')}
          </p>
        )}
        {rest.walkerNamed && (
          <details className="zyb-details">
            <summary>{text('walk.first.details')}</summary>
            <RecordedAndNot />
          </details>
        )}
        <button type="submit" className="zyb-button zyb-primary zyb-wide" disabled={!possible}>
          {text('walk.form.start')}
        </button>
        {tab?.recordable && (
          <p className="zyb-hint zyb-page" title={tab.title}>
            {text('walk.form.page')} · {tab.title}
          </p>
        )}
      </div>
    </form>
  );
}

const sitesOf = (sites: readonly SiteEntry[], { siteProfiles }: Programme) =>
  siteProfiles.flatMap((id) => sites.find((site) => site.id === id) ?? []);

/** The code that goes with the name: the one chosen, else the only one there is. */
function codeOf(
  suggested: readonly SuggestedItem[],
  named: readonly CatalogueItem[],
  name: string,
  chosen: string | undefined,
): string | undefined {
  return (
    chosen ??
    (named.length === 1 ? named[0]?.code : undefined) ??
    suggested.find((each) => each.name === name)?.code
  );
}
