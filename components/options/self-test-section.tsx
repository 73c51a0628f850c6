import { Button, Skeleton } from 'antd';
import { useText } from '../text.tsx';
import type { OptionsPageProps } from './options-props.ts';
import { Section } from './section.tsx';

type Props = Pick<OptionsPageProps, 'capabilities' | 'onCheckAgain' | 'onAskPermission'>;

/** What this browser can do, and what happens instead of what it cannot. */
export function SelfTestSection({ capabilities, onCheckAgain, onAskPermission }: Props) {
  const text = useText();
  return (
    <Section
      name="check"
      extra={
        <Button size="small" onClick={onCheckAgain}>
          {text('options.check.again')}
        </Button>
      }
    >
      {capabilities ? (
        <ul className="zyb-options-checks">
          {capabilities.map(({ id, state, detail }) => (
            <li key={id} data-state={state}>
              <b>{text(`options.check.${state}`)}</b>
              <span>
                {text(`options.check.${id}`)} {detail && <small>{detail}</small>}
              </span>
              {state === 'missing' && <em>{text(`options.check.instead.${id}`)}</em>}
              {state === 'missing' && id === 'hosts' && (
                <Button size="small" type="primary" onClick={onAskPermission}>
                  {text('options.check.grant')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <Skeleton active title={false} paragraph={{ rows: 6 }} />
      )}
    </Section>
  );
}
