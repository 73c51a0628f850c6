import { Alert, App, Button, Empty, Modal, Progress, Radio, Skeleton, Tabs } from 'antd';
import { useMemo, useState } from 'react';
import { type FormKind, formKinds } from '../../lib/model/form-kind.ts';
import { type FormFormat, type FormSession, formFormats } from '../../lib/model/official-form.ts';
import { keyOf } from '../format/key-of.ts';
import { useText } from '../text.tsx';
import { FormPreview } from './form-preview.tsx';
import './forms.css';
import type { FormsProps } from './forms-props.ts';
import { HeadFields } from './head-fields.tsx';
import { MissingNotice } from './missing-notice.tsx';
import { PeopleFields } from './people-fields.tsx';
import { PersonalNotice } from './personal-notice.tsx';
import { SessionChoice } from './session-choice.tsx';
import { UnfilledNotice } from './unfilled-notice.tsx';
import { useSources } from './use-sources.ts';

/** More than this are not read before somebody has chosen. */
const mostAtFirst = 30;

const chosenAtFirst = (sessions: readonly FormSession[]) =>
  sessions.length <= mostAtFirst ? sessions.map(({ id }) => id) : [];

/** 导出表格: which form, of which sessions, with what head; a preview of the rows; then a file or the printer. */
export default function FormsDialog(props: FormsProps) {
  const { sessions, readSource, makeForm, onSave, onAbout, hrefOf, onClose } = props;
  const text = useText();
  const { message } = App.useApp();
  const [kind, setKind] = useState<FormKind>(props.kind ?? 'three-lists');
  const [about, setAbout] = useState(props.about);
  const [picked, setPicked] = useState<readonly string[] | undefined>(props.chosen);
  const [busy, setBusy] = useState<FormFormat>();
  const chosen = useMemo(() => picked ?? chosenAtFirst(sessions ?? []), [picked, sessions]);
  const loaded = useSources(chosen, readSource);
  const made = useMemo(
    () => (loaded.state === 'ready' ? makeForm(kind, loaded.sources, about) : undefined),
    [loaded, kind, about, makeForm],
  );
  const save = async (format: FormFormat) => {
    if (!made) return;
    setBusy(format);
    onAbout(about);
    try {
      await onSave(made.form, format, chosen);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      message.error({ content: text('forms.notSaved', reason), duration: 8 });
    }
    setBusy(undefined);
  };
  const choice = !sessions ? (
    <Skeleton active />
  ) : sessions.length === 0 ? (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={text('forms.noSessions')} />
  ) : (
    <SessionChoice sessions={sessions} chosen={chosen} onChoose={setPicked} />
  );
  const preview =
    loaded.state === 'failed' ? (
      <Alert type="error" showIcon title={text('forms.notRead')} description={loaded.reason} />
    ) : loaded.state === 'reading' ? (
      <div className="form-reading" role="status">
        {text('forms.reading', loaded.done, loaded.of)}
        <Progress percent={Math.round((loaded.done / Math.max(1, loaded.of)) * 100)} showInfo={false} />
      </div>
    ) : (
      made && (
        <>
          {chosen.length === 0 && <Alert type="info" showIcon title={text('forms.noneChosen')} />}
          <PersonalNotice personal={made.personal} />
          <UnfilledNotice unfilled={made.unfilled} hrefOf={hrefOf} />
          <MissingNotice missing={made.missing} hrefOf={hrefOf} />
          <FormPreview form={made.form} />
        </>
      )
    );
  return (
    <Modal
      open
      width="min(1280px, 96vw)"
      style={{ top: 24 }}
      className="forms-dialog"
      title={text('forms.title')}
      onCancel={onClose}
      footer={[
        <Button key="close" onClick={onClose}>
          {text('review.cancel')}
        </Button>,
        ...formFormats.map((format) => (
          <Button
            key={format}
            type={format === 'xlsx' ? 'primary' : 'default'}
            disabled={!made || made.personal.length > 0 || (busy !== undefined && busy !== format)}
            loading={busy === format && { delay: 300 }}
            onClick={() => void save(format)}
          >
            {text(`forms.save.${format}`)}
          </Button>
        )),
      ]}
    >
      <div className="forms-body">
        <aside>
          <h3>{text('forms.which')}</h3>
          <Radio.Group
            className="form-kinds"
            value={kind}
            onChange={(event) => setKind(event.target.value as FormKind)}
            options={formKinds.map((value) => ({ value, label: text(keyOf('forms.kinds', value)) }))}
          />
          <h3>{text('forms.headTitle')}</h3>
          <HeadFields kind={kind} about={about} onChange={setAbout} />
          <PeopleFields
            key={kind}
            kind={kind}
            unit={about.unit}
            people={about.people ?? []}
            choices={props.choices}
            kept={props.onPeople !== undefined}
            onChange={(people) => {
              setAbout({ ...about, people });
              props.onPeople?.(people);
            }}
          />
        </aside>
        <section>
          <Tabs
            defaultActiveKey={props.chosen?.length ? 'preview' : 'sessions'}
            items={[
              { key: 'sessions', label: text('forms.sessions', chosen.length), children: choice },
              { key: 'preview', label: text('forms.preview'), children: preview },
            ].map((tab) => ({ ...tab, children: <div className="form-tab">{tab.children}</div> }))}
          />
        </section>
      </div>
    </Modal>
  );
}
