import { AutoComplete, Radio, Select } from 'antd';
import { useId } from 'react';
import { type ChannelKind, channelKinds } from '../../lib/model/channel.ts';
import { policyOf, privacyAtStart } from '../../lib/model/masking-policy.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { WalkMode } from '../../lib/model/walk-mode.ts';
import { PersonalNote } from '../tagging/personal-note.tsx';
import { useText } from '../text.tsx';
import { CarefulInput } from './careful-input.tsx';
import { withSession, withStated } from './change-entry.ts';
import type { Part } from './hand-entry-props.ts';

/** How it was walked: programme, mode, as whom, by which channel and where. */
export function WayPart({
  entry,
  onChange,
  problems,
  looksPersonal,
  programme,
  programmes,
}: Part & { programme: Programme | undefined; programmes: readonly Programme[] }) {
  const text = useText();
  const id = useId();
  const { session } = entry;
  const { stated } = session;
  const setMode = (mode: WalkMode) => {
    onChange((now) => {
      const { consents, policy } = now.session;
      const byMode = privacyAtStart(mode, programme?.modes ?? [], policy ?? { metricsModes: [] });
      const privacy = consents?.length ? 'full' : byMode;
      return withSession(now, { mode, privacy });
    });
  };
  const setProgramme = (programmeId: string) => {
    const next = programmes.find((each) => each.id === programmeId);
    if (!next) return;
    const mode = next.modes.find((each) => each.mode === session.mode) ?? next.modes[0];
    const view =
      next.perspectives.find((each) => each.perspective === session.perspective) ?? next.perspectives[0];
    const policy = policyOf(next);
    onChange((now) =>
      withSession(now, {
        programme: { id: next.id, version: next.version, title: next.title },
        // Its activities are the programme's own.
        stated: { ...now.session.stated, activity: undefined },
        mode: mode?.mode ?? 'other',
        perspective: view?.perspective ?? 'citizen',
        policy,
        privacy: now.session.consents?.length
          ? 'full'
          : privacyAtStart(mode?.mode ?? 'other', next.modes, policy),
      }),
    );
  };
  const kinds = channelKinds.filter((kind) => kind !== 'pc');
  const own = programme?.channels.find((each) => each.kind === session.channelKind);
  const platforms = own ? (own.platforms.length > 0 ? own.platforms : [own.label]) : [];
  const problem = (name: 'channel' | 'platform') =>
    problems.includes(name) && (
      <p className="entry-problem" role="alert">
        {text(`byHand.problem.${name}`)}
      </p>
    );
  return (
    <>
      <div className="entry-field">
        <label htmlFor={`${id}-programme`}>{text('walk.form.programme')}</label>
        <Select
          id={`${id}-programme`}
          value={session.programme.id}
          disabled={entry.painPoints.length > 0}
          options={programmes.map((each) => ({ value: each.id, label: each.shortTitle }))}
          onChange={setProgramme}
        />
        {entry.painPoints.length > 0 && <p className="zyb-weak">{text('byHand.programmeFixed')}</p>}
      </div>
      <div className="entry-field">
        <span id={`${id}-mode`}>{text('walk.form.mode')}</span>
        <Radio.Group
          aria-labelledby={`${id}-mode`}
          optionType="button"
          value={session.mode}
          options={(programme?.modes ?? []).map(({ mode, label, note }) => ({
            value: mode,
            label: note ? <span title={note}>{label}</span> : label,
          }))}
          onChange={({ target }) => setMode(target.value as WalkMode)}
        />
      </div>
      <div className="entry-field">
        <span id={`${id}-view`}>{text('walk.form.perspective')}</span>
        <Radio.Group
          aria-labelledby={`${id}-view`}
          optionType="button"
          value={session.perspective}
          options={(programme?.perspectives ?? []).map(({ perspective, label }) => ({
            value: perspective,
            label,
          }))}
          onChange={({ target }) => onChange((now) => withSession(now, { perspective: target.value }))}
        />
      </div>
      <div className="entry-field">
        <span id={`${id}-channel`}>{text('byHand.channel')}</span>
        <Radio.Group
          aria-labelledby={`${id}-channel`}
          optionType="button"
          value={session.channelKind}
          options={kinds.map((value) => ({ value, label: text(`channel.${value}`) }))}
          onChange={({ target }) =>
            onChange((now) => withSession(now, { channelKind: target.value as ChannelKind }))
          }
        />
        <p className="zyb-weak">{text('byHand.noPc')}</p>
        {problem('channel')}
      </div>
      <div className="entry-pair">
        <div className="entry-field">
          <label htmlFor={`${id}-platform`}>{text('byHand.platform')}</label>
          <AutoComplete
            id={`${id}-platform`}
            value={stated.platform}
            maxLength={300}
            status={problems.includes('platform') ? 'error' : ''}
            placeholder={text('byHand.platformHint')}
            options={platforms
              .filter((name) => name.includes(stated.platform.trim()))
              .map((value) => ({ value }))}
            onChange={(value: string) => onChange((now) => withStated(now, { platform: value ?? '' }))}
          />
          <PersonalNote words={stated.platform} looksPersonal={looksPersonal} />
          {problem('platform')}
        </div>
        <CarefulInput
          label={text('byHand.place')}
          placeholder={text('byHand.placeHint')}
          value={stated.place}
          looksPersonal={looksPersonal}
          onChange={(place) => onChange((now) => withStated(now, { place }))}
        />
      </div>
    </>
  );
}
