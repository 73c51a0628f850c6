import { Alert, Button, Checkbox, Popconfirm } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { privacyAtStart } from '../../lib/model/masking-policy.ts';
import type { Programme } from '../../lib/model/programme.ts';
import { ScreenshotPicture } from '../screenshot-strip/screenshot-picture.tsx';
import type { ReviewSource } from '../session-review/review-source.ts';
import { useTry } from '../session-review/use-try.ts';
import { useText } from '../text.tsx';
import { CarefulInput } from './careful-input.tsx';
import { withSession } from './change-entry.ts';
import type { Part } from './hand-entry-props.ts';

/** Version of the sentence below by which an accompanied person agrees to photos. */
const photoNotice = 'photo-2026-1';
const most = 40;

/** Photos from files: kept without what the camera wrote into them, and painted over before they leave. */
export function PhotosPart(
  props: Part & {
    programme: Programme | undefined;
    source: ReviewSource;
    onPhoto(file: File): Promise<void>;
  },
) {
  const { entry, onChange, problems, looksPersonal, programme, source, onPhoto } = props;
  const text = useText();
  const attempt = useTry();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const { session, photos } = entry;
  const { policy } = session;
  const byMode = privacyAtStart(session.mode, programme?.modes ?? [], policy ?? { metricsModes: [] });
  const asks = byMode === 'metrics';
  const agreed = (session.consents ?? []).length > 0;
  const locked = policy?.locked.includes('privacy') ?? false;
  const barred = policy?.pictures === false || (asks && locked);
  const possible = !barred && (!asks || agreed) && photos.length < most;
  const add = async (files: Iterable<File>) => {
    if (!possible) return;
    setBusy(true);
    for (const file of [...files].slice(0, most - photos.length)) await attempt(() => onPhoto(file));
    setBusy(false);
  };
  const agree = (yes: boolean) => {
    const consents = yes
      ? [
          {
            at: Date.now(),
            notice: photoNotice,
            how: 'spoken' as const,
            sensitive: true as const,
            erased: false,
          },
        ]
      : [];
    onChange((now) => withSession(now, { consents, privacy: yes ? 'full' : 'metrics' }));
  };
  return (
    <section
      className="entry-photos"
      data-over={over || undefined}
      onDragOver={(event: DragEvent) => {
        if (!possible || !event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        void add(event.dataTransfer.files);
      }}
    >
      <p className="zyb-weak">{text('byHand.photo.how')}</p>
      {barred && <Alert type="info" showIcon title={text('byHand.photo.barred')} />}
      {asks && !barred && (
        <Checkbox
          checked={agreed}
          disabled={agreed && photos.length > 0}
          onChange={({ target }) => agree(target.checked)}
        >
          {text('byHand.photo.consent')}
        </Checkbox>
      )}
      {problems.includes('photos') && (
        <p className="entry-problem" role="alert">
          {text('byHand.problem.photos')}
        </p>
      )}
      {photos.length > 0 && (
        <ul className="entry-photo-list">
          {photos.map((photo, n) => (
            <li key={photo.id} aria-label={text('byHand.photo.nth', n + 1)}>
              <ScreenshotPicture
                key={photo.object}
                shot={photo}
                source={source}
                name={photo.caption || text('byHand.photo.nth', n + 1)}
              />
              <CarefulInput
                label={text('byHand.photo.caption')}
                hideLabel
                placeholder={text('byHand.photo.captionHint')}
                value={photo.caption ?? ''}
                looksPersonal={looksPersonal}
                onChange={(caption) =>
                  onChange((now) => ({
                    ...now,
                    photos: now.photos.map((each) => (each.id === photo.id ? { ...each, caption } : each)),
                  }))
                }
              />
              <Popconfirm
                title={text('byHand.photo.removeSure')}
                okText={text('review.delete')}
                cancelText={text('review.cancel')}
                onConfirm={() =>
                  onChange((now) => ({
                    ...now,
                    photos: now.photos.filter((each) => each.id !== photo.id),
                  }))
                }
              >
                <Button type="text" size="small" danger aria-label={text('byHand.photo.remove', n + 1)}>
                  {text('review.delete')}
                </Button>
              </Popconfirm>
            </li>
          ))}
        </ul>
      )}
      <Button loading={busy && { delay: 300 }} disabled={!possible} onClick={() => input.current?.click()}>
        {text('byHand.photo.add')}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={text('byHand.photo.add')}
        onChange={(event) => {
          void add(event.target.files ?? []);
          event.target.value = '';
        }}
      />
    </section>
  );
}
