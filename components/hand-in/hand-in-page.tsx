import { Alert, Button, Tabs } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { unfilled } from '../../lib/model/bookmark.ts';
import { isByHand } from '../../lib/model/session.ts';
import { Icon } from '../icon/icon.tsx';
import { useText } from '../text.tsx';
import { CheckPanel } from './check-panel.tsx';
import { CutSection } from './cut-section.tsx';
import { EditsMade } from './edits-made.tsx';
import './hand-in.css';
import type { HandInProps } from './hand-in-props.ts';
import { LeavesList } from './leaves-list.tsx';
import { MaskSection } from './mask-section.tsx';
import { MaskedSection } from './masked-section.tsx';
import { pagePictures } from './page-pictures.ts';
import { PagePicturesSection } from './page-pictures-section.tsx';
import { PicturesSection } from './pictures-section.tsx';
import { useBusy } from './use-busy.ts';

/** The page before a session leaves this computer: what goes, what was masked, and what may still be changed. */
export function HandInPage(props: HandInProps) {
  const { report, source, destination, delivery, online, check, edits } = props;
  const text = useText();
  const { busy, run } = useBusy();
  const [tab, setTab] = useState('pictures');
  const [wanted, setWanted] = useState('');
  const waiting = unfilled(report.bookmarks, report.painPoints).length;
  const isSending = delivery?.state === 'sending';
  const isClean = check.state === 'done' && check.findings.length === 0;
  const isReady = isClean && !isSending && busy === undefined;
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const field = event.target instanceof HTMLElement && event.target.closest('input,textarea');
    if (field || busy || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const change =
      key === 'y' || (key === 'z' && event.shiftKey) ? edits.redo : key === 'z' ? edits.undo : undefined;
    if (!change) return;
    event.preventDefault();
    void run(change);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  return (
    <main className="hand-in">
      <header>
        <Button
          type="text"
          aria-label={text('handIn.back')}
          icon={<Icon name="back" size={18} />}
          onClick={props.onBack}
        />
        <h1>{text('handIn.title')}</h1>
        <span className="zyb-cut" title={report.session.item.name}>
          {report.session.item.name}
        </span>
        <span className="hand-in-history">
          <Button
            disabled={!edits.undo || busy !== undefined}
            onClick={() => edits.undo && void run(edits.undo)}
          >
            {text('handIn.undo')}
          </Button>
          <Button
            disabled={!edits.redo || busy !== undefined}
            onClick={() => edits.redo && void run(edits.redo)}
          >
            {text('handIn.redo')}
          </Button>
        </span>
      </header>
      <div className="hand-in-body">
        <Tabs
          className="hand-in-tabs"
          activeKey={tab}
          onChange={setTab}
          items={[
            {
              key: 'pictures',
              label: text('handIn.tab.pictures', report.screenshots.length),
              children: <PicturesSection report={report} source={source} edits={edits} />,
            },
            ...(isByHand(report.session)
              ? []
              : [
                  {
                    key: 'page-pictures',
                    label: text('handIn.tab.pagePictures', pagePictures(report).length),
                    children: <PagePicturesSection report={report} source={source} edits={edits} />,
                  },
                ]),
            {
              key: 'mask',
              label: text('handIn.tab.mask'),
              children: <MaskSection report={report} edits={edits} wanted={wanted} onWanted={setWanted} />,
            },
            // A walk entered by hand has no stretches and no pages: what is not to leave is taken out in its form.
            ...(isByHand(report.session)
              ? []
              : [
                  {
                    key: 'cut',
                    label: text('handIn.tab.cut'),
                    children: <CutSection report={report} edits={edits} />,
                  },
                ]),
            { key: 'masked', label: text('handIn.tab.masked'), children: <MaskedSection report={report} /> },
          ]}
        />
        <aside aria-label={text('handIn.leaving')}>
          <h2>{text('handIn.checkTitle')}</h2>
          <CheckPanel
            report={report}
            check={check}
            edits={edits}
            onMask={(value) => {
              setWanted(value);
              setTab('mask');
            }}
            onJump={props.onJump}
            onAgain={props.onCheckAgain}
          />
          <h2>{text('handIn.leaving')}</h2>
          <LeavesList report={report} />
          {waiting > 0 && (
            <Alert
              type="warning"
              showIcon
              className="hand-in-bookmarks"
              title={text('bookmark.waiting', waiting)}
              action={
                <Button size="small" onClick={props.onBack}>
                  {text('bookmark.goFill')}
                </Button>
              }
            />
          )}
          <h2>{text('handIn.madeTitle')}</h2>
          <EditsMade report={report} />
          <p className="zyb-weak">{text('review.leaves.never')}</p>
          {destination ? (
            <p>
              {text('review.leaves.to')} <strong>{destination.collector}</strong>{' '}
              <span className="zyb-weak">{destination.url}</span>
            </p>
          ) : (
            <Alert type="warning" showIcon title={text('review.leaves.notEnrolled')} />
          )}
          {!online && destination && <Alert type="info" showIcon title={text('handIn.offline')} />}
          {isSending && <Alert type="info" showIcon title={text('handIn.sending')} />}
          <div className="hand-in-go">
            <Button
              disabled={!isReady}
              loading={busy !== undefined && { delay: 300 }}
              onClick={() => void run(props.onSaveFile)}
            >
              {text('review.saveFile')}
            </Button>
            <Button
              type="primary"
              disabled={!isReady || !destination}
              onClick={() => void run(props.onHandIn)}
            >
              {text(delivery?.state === 'kept' ? 'review.handInAgain' : 'review.handIn')}
            </Button>
          </div>
        </aside>
      </div>
    </main>
  );
}
