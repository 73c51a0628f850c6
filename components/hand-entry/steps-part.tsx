import { Button, InputNumber, Select } from 'antd';
import { isBlankStep } from '../../lib/model/hand-entry.ts';
import type { Programme } from '../../lib/model/programme.ts';
import { stages } from '../../lib/model/stage.ts';
import type { StatedStep } from '../../lib/model/stated-walk.ts';
import { useText } from '../text.tsx';
import { CarefulInput } from './careful-input.tsx';
import { withStated } from './change-entry.ts';
import type { Part } from './hand-entry-props.ts';
import { useUndo } from './use-undo.tsx';

const blank = { name: '', stage: 'other' as const, note: '' };

/** What was done one after the other, with how long it is said to have taken. */
export function StepsPart({
  entry,
  onChange,
  problems,
  looksPersonal,
  programme,
}: Part & { programme: Programme | undefined }) {
  const text = useText();
  const tellUndo = useUndo();
  const { channelKind, mode, stated } = entry.session;
  const { steps } = stated;
  const lists = (programme?.stageLists ?? []).filter(
    ({ channels, modes }) =>
      (channels.length === 0 || (channelKind !== undefined && channels.includes(channelKind))) &&
      (modes.length === 0 || modes.includes(mode)),
  );
  const set = (update: (steps: StatedStep[]) => StatedStep[]) =>
    onChange((now) => withStated(now, { steps: update(now.session.stated.steps) }));
  const change = (id: string, part: Partial<StatedStep>) =>
    set((known) => known.map((step) => (step.id === id ? { ...step, ...part } : step)));
  const remove = (step: StatedStep, at: number) => {
    set((known) => known.filter((each) => each.id !== step.id));
    if (isBlankStep(step)) return;
    tellUndo(`deleted-${step.id}`, text('byHand.step.removed'), () =>
      set((known) => [...known.slice(0, at), step, ...known.slice(at)]),
    );
  };
  const move = (at: number, by: number) =>
    set((known) => {
      const next = [...known];
      const [step] = next.splice(at, 1);
      if (step) next.splice(at + by, 0, step);
      return next;
    });
  return (
    <>
      {steps.length > 0 && (
        <ol className="entry-steps">
          {steps.map((step, at) => (
            <li key={step.id} aria-label={text('byHand.step.nth', at + 1)}>
              <div className="entry-step">
                <CarefulInput
                  label={text('byHand.step.name')}
                  placeholder={text('byHand.step.nameHint')}
                  value={step.name}
                  problem={
                    problems.includes('stepName') && !isBlankStep(step) && !step.name.trim()
                      ? text('byHand.problem.stepName')
                      : undefined
                  }
                  looksPersonal={looksPersonal}
                  onChange={(name) => change(step.id, { name })}
                />
                <div className="entry-field">
                  <label htmlFor={`stage-${step.id}`}>{text('byHand.step.stage')}</label>
                  <Select
                    id={`stage-${step.id}`}
                    value={step.stage}
                    listHeight={440}
                    options={stages.map((value) => ({ value, label: text(`stage.${value}`) }))}
                    onChange={(stage) => change(step.id, { stage })}
                  />
                </div>
                <div className="entry-field">
                  <label htmlFor={`minutes-${step.id}`}>{text('byHand.step.minutes')}</label>
                  <InputNumber<number>
                    id={`minutes-${step.id}`}
                    min={0}
                    max={100_000}
                    placeholder={text('byHand.notSaid')}
                    value={step.minutes ?? null}
                    onChange={(minutes) => change(step.id, { minutes: minutes ?? undefined })}
                  />
                </div>
                <div className="entry-step-tools">
                  <Button
                    type="text"
                    size="small"
                    disabled={at === 0}
                    aria-label={text('byHand.step.up', at + 1)}
                    onClick={() => move(at, -1)}
                  >
                    ↑
                  </Button>
                  <Button
                    type="text"
                    size="small"
                    disabled={at === steps.length - 1}
                    aria-label={text('byHand.step.down', at + 1)}
                    onClick={() => move(at, 1)}
                  >
                    ↓
                  </Button>
                  <Button
                    type="text"
                    size="small"
                    danger
                    aria-label={text('byHand.step.remove', at + 1)}
                    onClick={() => remove(step, at)}
                  >
                    {text('review.delete')}
                  </Button>
                </div>
              </div>
              <CarefulInput
                label={text('byHand.step.note')}
                hideLabel
                placeholder={text('byHand.step.noteHint')}
                rows={1}
                value={step.note}
                looksPersonal={looksPersonal}
                onChange={(note) => change(step.id, { note })}
              />
            </li>
          ))}
        </ol>
      )}
      <div className="entry-line">
        <Button
          onClick={() => set((known) => [...known, { ...blank, id: crypto.randomUUID() }])}
          disabled={steps.length >= 100}
        >
          {text('byHand.step.add')}
        </Button>
        {steps.every(isBlankStep) &&
          lists.map((list) => (
            <Button
              key={list.id}
              type="link"
              onClick={() =>
                set(() =>
                  list.stages.map(({ label, stages: [stage = 'other'] }) => ({
                    ...blank,
                    id: crypto.randomUUID(),
                    name: label,
                    stage,
                  })),
                )
              }
            >
              {text('byHand.step.fromList', list.label)}
            </Button>
          ))}
      </div>
    </>
  );
}
