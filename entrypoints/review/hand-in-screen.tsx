import { Alert, App, Button, Skeleton } from 'antd';
import { useLiveQuery } from 'dexie-react-hooks';
import { HandInPage } from '../../components/hand-in/hand-in-page.tsx';
import { useText } from '../../components/text.tsx';
import { handIn } from './hand-in.ts';
import { log, packs, readReport, store } from './local.ts';
import { saveFile } from './save-file.ts';
import { useLastCheck } from './use-last-check.ts';
import { useOnline } from './use-online.ts';
import { useWalkerEdits } from './use-walker-edits.ts';

const source = { readObject: (object: string) => store.objects.mustRead(object) };

/** One session of this browser before it leaves: looked over, changed where the walker wants, handed in or saved. */
export function HandInScreen({
  id,
  onBack,
  onJump,
}: {
  id: string;
  onBack(): void;
  onJump(at: number): void;
}) {
  const text = useText();
  const { message } = App.useApp();
  const found = useLiveQuery(
    () =>
      readReport(id).then(
        (value) => value ?? ('missing' as const),
        (error: unknown) => error as Error,
      ),
    [id],
  );
  const delivery = useLiveQuery(() => store.deliveries.read(id), [id]);
  const enrolment = useLiveQuery(async () => (await store.settings.read()).enrolment ?? null, []);
  const programmes = useLiveQuery(() => packs.programmes(), []);
  const own =
    found && found !== 'missing' && !(found instanceof Error) && found.own ? found.report : undefined;
  const { check, again } = useLastCheck(own);
  const edits = useWalkerEdits(id);
  const online = useOnline();
  if (found === undefined) return <Skeleton active className="session-skeleton" />;
  if (!own || own.session.state !== 'finished') {
    const why = found instanceof Error ? found.message : own && text('handIn.problem.sessionOpen');
    return (
      <main className="session-list">
        <Alert
          type="error"
          showIcon
          title={text(own ? 'handIn.notYet' : 'file.sessionMissing')}
          description={why}
          action={<Button onClick={onBack}>{text('handIn.back')}</Button>}
        />
      </main>
    );
  }
  return (
    <HandInPage
      report={own}
      programme={programmes?.find((each) => each.id === own.session.programme.id)}
      source={source}
      destination={enrolment ? { collector: enrolment.collector, url: enrolment.url } : undefined}
      delivery={delivery}
      online={online}
      check={check}
      onCheckAgain={again}
      edits={edits}
      onHandIn={async () => {
        await handIn(text, id);
        onBack();
      }}
      onSaveFile={async () => {
        await saveFile(own);
        void log({ kind: 'exported', sessionId: id, detail: 'zyb' });
        message.success(text('handIn.saved'));
      }}
      onJump={onJump}
      onBack={onBack}
    />
  );
}
