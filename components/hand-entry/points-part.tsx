import { Button, Select } from 'antd';
import { useState } from 'react';
import { reportOfEntry } from '../../lib/model/hand-entry.ts';
import type { PainPoint } from '../../lib/model/pain-point.ts';
import type { Programme } from '../../lib/model/programme.ts';
import { newPainPoint } from '../pain-point-editor/new-pain-point.ts';
import { PainPointEditor } from '../pain-point-editor/pain-point-editor.tsx';
import { PainPointCard } from '../pain-point-list/pain-point-card.tsx';
import '../pain-point-list/pain-point-list.css';
import type { ReviewSource } from '../session-review/review-source.ts';
import { useText } from '../text.tsx';
import type { Part } from './hand-entry-props.ts';
import { useUndo } from './use-undo.tsx';

/** What hurt and what was done well, with the step and the photo it belongs to. */
export function PointsPart({
  entry,
  onChange,
  looksPersonal,
  programme,
  source,
}: Part & { programme: Programme | undefined; source: ReviewSource }) {
  const text = useText();
  const tellUndo = useUndo();
  const [editing, setEditing] = useState<PainPoint>();
  const report = reportOfEntry(entry);
  const { painPoints, photos } = entry;
  const steps = entry.session.stated.steps.filter(({ name }) => name.trim());
  const set = (update: (points: PainPoint[]) => PainPoint[]) =>
    onChange((now) => ({ ...now, painPoints: update(now.painPoints) }));
  const put = (point: PainPoint) =>
    set((known) =>
      known.some(({ id }) => id === point.id)
        ? known.map((each) => (each.id === point.id ? point : each))
        : [...known, point],
    );
  const amend = (id: string, part: Partial<PainPoint>) =>
    set((known) => known.map((each) => (each.id === id ? { ...each, ...part } : each)));
  const begin = (kind: PainPoint['kind']) => {
    if (!programme) return;
    const { screenshotId: _none, ...point } = newPainPoint(report, programme, entry.session.startedAt);
    setEditing({ ...point, kind });
  };
  const remove = (point: PainPoint) => {
    const at = painPoints.indexOf(point);
    set((known) => known.filter(({ id }) => id !== point.id));
    tellUndo(`deleted-${point.id}`, text('review.painPoints.deleted'), () =>
      set((known) => [...known.slice(0, at), point, ...known.slice(at)]),
    );
  };
  return (
    <>
      {painPoints.map((point) => (
        <div key={point.id} className="entry-point">
          <PainPointCard
            report={report}
            programme={programme}
            point={point}
            source={source}
            onJump={() => undefined}
            onEdit={() => setEditing(point)}
            onDelete={() => remove(point)}
          />
          {(steps.length > 0 || photos.length > 0) && (
            <div className="entry-point-links">
              {steps.length > 0 && (
                <Select
                  size="small"
                  allowClear
                  aria-label={text('byHand.pointStep')}
                  placeholder={text('byHand.pointStep')}
                  value={point.stepId}
                  popupMatchSelectWidth={false}
                  options={steps.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={(stepId: string | undefined) => amend(point.id, { stepId })}
                />
              )}
              {photos.length > 0 && (
                <Select
                  size="small"
                  allowClear
                  aria-label={text('byHand.pointPhoto')}
                  placeholder={text('byHand.pointPhoto')}
                  value={point.screenshotId}
                  popupMatchSelectWidth={false}
                  options={photos.map(({ id, caption }, n) => ({
                    value: id,
                    label: caption || text('byHand.photo.nth', n + 1),
                  }))}
                  // What was drawn was drawn on the photo before.
                  onChange={(screenshotId: string | undefined) =>
                    amend(point.id, { screenshotId, drawing: undefined })
                  }
                />
              )}
            </div>
          )}
        </div>
      ))}
      <div className="entry-line">
        <Button disabled={!programme} onClick={() => begin('pain')}>
          {text('byHand.addPain')}
        </Button>
        <Button disabled={!programme} onClick={() => begin('highlight')}>
          {text('byHand.addHighlight')}
        </Button>
        {!programme && <span className="zyb-weak">{text('review.painPoints.noProgramme')}</span>}
      </div>
      {editing && (
        <PainPointEditor
          report={report}
          programme={programme}
          point={editing}
          source={source}
          looksPersonal={looksPersonal}
          onSave={async (point) => {
            put(point);
            setEditing(undefined);
          }}
          onCancel={() => setEditing(undefined)}
        />
      )}
    </>
  );
}
