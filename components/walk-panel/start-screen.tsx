import { formatDate } from '../format/format-date.ts';
import { keyOf } from '../format/key-of.ts';
import { useText } from '../text.tsx';
import { FirstRun } from './first-run.tsx';
import { StartForm } from './start-form.tsx';
import type { WalkPanelProps } from './walk-panel-props.ts';

const whys = ['none', 'browserPage', 'store', 'file'].map((why) => `walk.tab.${why}`);

/** No walk is open: what stands in the way of one, and the form that starts it. */
export function StartScreen(props: WalkPanelProps) {
  const text = useText();
  const { tab, permission, unfinished, busy } = props;
  const why = keyOf('walk.tab', tab ? (tab.why ?? 'other') : 'none');
  return (
    <>
      {unfinished.map((walk) => (
        <section key={walk.id} className="zyb-notice" data-tone="warn">
          <h2>{text('walk.unfinished.title')}</h2>
          <p>
            <b>{walk.itemName}</b>
            <br />
            {text('walk.unfinished.started', formatDate(walk.startedAt))}
          </p>
          <div className="zyb-row">
            <button
              type="button"
              className="zyb-button"
              disabled={busy !== undefined}
              onClick={() => props.onRecover(walk.id, 'continue')}
            >
              {text('walk.unfinished.continue')}
            </button>
            <button
              type="button"
              className="zyb-button"
              disabled={busy !== undefined}
              onClick={() => props.onRecover(walk.id, 'finish')}
            >
              {text('walk.unfinished.finish')}
            </button>
          </div>
        </section>
      ))}
      {!props.walkerNamed && <FirstRun onFillIn={props.onOpenOptions} />}
      {permission === 'missing' && (
        <section className="zyb-notice" data-tone="brand">
          <h2>{text('walk.permission.title')}</h2>
          <p>{text('walk.permission.why')}</p>
          <button type="button" className="zyb-button zyb-primary" onClick={props.onAskPermission}>
            {text('walk.permission.button')}
          </button>
        </section>
      )}
      {!tab?.recordable && (
        <section className="zyb-notice" data-tone="quiet" role="status">
          <h2>{text('walk.tab.title')}</h2>
          <p>{text(whys.includes(why) ? why : 'walk.tab.other')}</p>
        </section>
      )}
      <StartForm {...props} />
    </>
  );
}
