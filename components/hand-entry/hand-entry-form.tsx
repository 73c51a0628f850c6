import { Alert, Button, Tag } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { Icon } from '../icon/icon.tsx';
import { useTry } from '../session-review/use-try.ts';
import { useText } from '../text.tsx';
import { ActivityField } from './activity-field.tsx';
import { CarefulInput } from './careful-input.tsx';
import { withStated } from './change-entry.ts';
import './hand-entry.css';
import type { HandEntryProps, Part } from './hand-entry-props.ts';
import { ItemPart } from './item-part.tsx';
import { PhotosPart } from './photos-part.tsx';
import { PointsPart } from './points-part.tsx';
import { StepsPart } from './steps-part.tsx';
import { WayPart } from './way-part.tsx';
import { WhenPart } from './when-part.tsx';
import { WholePart } from './whole-part.tsx';
import { WordsPart } from './words-part.tsx';

/** A walk by another channel, written down by hand: kept while it is written, finished when nothing is missing. */
export function HandEntryForm(props: HandEntryProps) {
  const { entry, programmes, looksPersonal, onChange, kept } = props;
  const text = useText();
  const attempt = useTry();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const page = useRef<HTMLElement>(null);
  const { session } = entry;
  const programme = programmes.find((each) => each.id === session.programme.id);
  const problems = asked ? props.findProblems(entry) : [];
  const part: Part = { entry, onChange, problems, looksPersonal };
  const finish = async () => {
    setAsked(true);
    if (props.findProblems(entry).length > 0) {
      requestAnimationFrame(() => {
        const first = page.current?.querySelector('.entry-problem');
        first?.scrollIntoView({ block: 'center' });
        first?.closest('.entry-field')?.querySelector<HTMLElement>('input,textarea')?.focus();
      });
      return;
    }
    setBusy(true);
    await attempt(props.onFinish);
    setBusy(false);
  };
  return (
    <main className="hand-entry" ref={page}>
      <header>
        <Button
          type="text"
          aria-label={text('review.back')}
          icon={<Icon name="back" size={18} />}
          onClick={props.onBack}
        />
        <h1 className="zyb-cut">{session.item.name || text('byHand.title')}</h1>
        <Tag variant="filled" color="purple">
          {text('byHand.tag')}
        </Tag>
        <span className="hand-entry-kept zyb-weak" role="status">
          {kept.state === 'failed'
            ? text('byHand.kept.failed', kept.reason)
            : text(`byHand.kept.${kept.state}`)}
        </span>
        <Button type="text" danger onClick={props.onDelete}>
          {text('review.delete')}
        </Button>
        <Button type="primary" loading={busy && { delay: 300 }} onClick={finish}>
          {text('byHand.finish')}
        </Button>
      </header>
      {kept.state === 'failed' && (
        <Alert type="error" showIcon title={text('byHand.kept.failed', kept.reason)} />
      )}
      <p className="zyb-weak hand-entry-why">{text('byHand.why')}</p>
      <EntrySection title={text('byHand.section.what')}>
        <ItemPart {...part} programme={programme} catalogue={props.catalogue} recent={props.recent} />
      </EntrySection>
      <EntrySection title={text('byHand.section.how')}>
        <WayPart {...part} programme={programme} programmes={programmes} />
        <ActivityField {...part} programme={programme} />
      </EntrySection>
      <EntrySection title={text('byHand.section.when')}>
        <WhenPart {...part} />
      </EntrySection>
      <EntrySection title={text('byHand.section.steps')}>
        <StepsPart {...part} programme={programme} />
        <WordsPart {...part} of="materials" most={100} />
        <WordsPart {...part} of="met" most={40} />
        <CarefulInput
          label={text('byHand.remarks')}
          placeholder={text('byHand.remarksHint')}
          rows={2}
          value={session.stated.remarks}
          looksPersonal={looksPersonal}
          onChange={(remarks) => onChange((now) => withStated(now, { remarks }))}
        />
      </EntrySection>
      <EntrySection title={text('byHand.section.points')}>
        <PointsPart {...part} programme={programme} source={props.source} />
      </EntrySection>
      <EntrySection title={text('byHand.section.photos')}>
        <PhotosPart {...part} programme={programme} source={props.source} onPhoto={props.onPhoto} />
      </EntrySection>
      <EntrySection title={text('byHand.section.whole')}>
        <WholePart {...part} programme={programme} />
      </EntrySection>
      <footer>
        {problems.length > 0 && (
          <Alert type="warning" showIcon title={text('byHand.notYet', problems.length)} />
        )}
        <Button type="primary" loading={busy && { delay: 300 }} onClick={finish}>
          {text('byHand.finish')}
        </Button>
        <span className="zyb-weak">{text('byHand.finishHint')}</span>
      </footer>
    </main>
  );
}

function EntrySection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="entry-section" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
