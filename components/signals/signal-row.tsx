import type { Signal } from '../../lib/model/signal.ts';
import { useText } from '../text.tsx';
import { EvidenceLinks } from './evidence-links.tsx';
import { limitText, partsText, unseenText, valueText } from './signal-words.ts';

/** One signal. Whether it is over its limit is said by a sign and a word, not by colour alone. */
export function SignalRow(props: { signal: Signal; since: number; onJump(at: number): void }) {
  const { signal, since, onJump } = props;
  const text = useText();
  const state = signal.value === null ? 'unseen' : signal.over ? 'over' : 'within';
  const unseen = unseenText(signal, text);
  const parts = partsText(signal, text);
  return (
    <tr data-state={state}>
      <th scope="row">
        <details>
          <summary>{text(`signals.label.${signal.code}`)}</summary>
          <p className="signal-about">{text(`signals.about.${signal.code}`)}</p>
        </details>
        <EvidenceLinks evidence={signal.evidence} since={since} onJump={onJump} />
      </th>
      <td className="signal-value">
        <strong title={unseen}>{valueText(signal, text)}</strong>
        {parts && <span className="zyb-weak">{parts}</span>}
        {state === 'unseen' && <span className="zyb-weak">{unseen}</span>}
      </td>
      <td className="signal-limit">
        {state !== 'unseen' && signal.threshold !== null && (
          <span className="signal-mark" data-state={state}>
            <span aria-hidden="true">{state === 'within' ? '✓' : signal.side === 'above' ? '▲' : '▼'}</span>{' '}
            {text(state === 'within' ? 'signals.state.within' : `signals.state.${signal.side}`)}
          </span>
        )}
        <span className="zyb-weak">{limitText(signal, text) ?? text('signals.noLimit')}</span>
      </td>
    </tr>
  );
}
