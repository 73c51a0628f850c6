import { Button } from 'antd';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Icon } from '../icon/icon.tsx';
import { useTry } from '../session-review/use-try.ts';
import { useText } from '../text.tsx';

/** Opens a hand-over file, by the button or dropped anywhere on what it surrounds. */
export function OpenFile({
  onOpenFile,
  children,
}: {
  onOpenFile(file: File): Promise<void>;
  children: ReactNode;
}) {
  const text = useText();
  const attempt = useTry();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const open = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    await attempt(() => onOpenFile(file));
    setBusy(false);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void open(event.dataTransfer.files[0]);
  };
  return (
    <section
      className="open-file"
      data-over={over}
      aria-label={text('review.list.all')}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={onDrop}
    >
      {children}
      <footer>
        <Button
          icon={<Icon name="file" />}
          loading={busy && { delay: 300 }}
          onClick={() => input.current?.click()}
        >
          {text('review.list.openFile')}
        </Button>
        <span className="zyb-weak">{text(busy ? 'review.list.opening' : 'review.list.openFileHint')}</span>
        <input
          ref={input}
          type="file"
          accept=".zyb"
          hidden
          onChange={(event) => {
            void open(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </footer>
      {over && <div className="open-file-over">{text('review.list.drop')}</div>}
    </section>
  );
}
