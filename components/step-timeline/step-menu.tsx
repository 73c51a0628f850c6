import { Button, Dropdown } from 'antd';
import type { Step } from '../../lib/model/step.ts';
import { Icon } from '../icon/icon.tsx';
import type { ReplayHandle } from '../replay-panel/create-replay-handle.ts';
import { useReplay } from '../replay-panel/use-replay.ts';
import type { ReviewEdits } from '../session-review/review-source.ts';
import { useTry } from '../session-review/use-try.ts';
import { useText } from '../text.tsx';

/** What a walker may correct about a step. */
export function StepMenu(props: {
  step: Step;
  first: boolean;
  replay: ReplayHandle;
  edits: ReviewEdits;
  onRename(): void;
}) {
  const { step, first, replay, edits, onRename } = props;
  const text = useText();
  const attempt = useTry();
  const inside = useReplay(replay, (state) => step.from < state.at && state.at < step.to);
  const run: Record<string, () => void> = {
    rename: onRename,
    split: () => void attempt(() => edits.splitStep(replay.getState().at)),
    merge: () => void attempt(() => edits.mergeStep(step.id)),
    boundary: () => void attempt(() => edits.moveBoundary(step.id, replay.getState().at)),
  };
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        onClick: ({ key }) => run[key]?.(),
        items: [
          { key: 'rename', label: text('review.steps.rename') },
          { key: 'split', label: text('review.steps.split'), disabled: !inside },
          { key: 'boundary', label: text('review.steps.boundary'), disabled: first },
          { key: 'merge', label: text('review.steps.merge'), disabled: first },
        ],
      }}
    >
      <Button
        type="text"
        size="small"
        aria-label={text('review.steps.menu', step.name)}
        icon={<Icon name="more" />}
      />
    </Dropdown>
  );
}
