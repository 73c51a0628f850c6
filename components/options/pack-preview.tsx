import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { walksAsOfficer } from '../../lib/model/officers.ts';
import type { Programme } from '../../lib/model/programme.ts';
import { itemMarks } from '../../lib/model/service-item.ts';
import { useText } from '../text.tsx';

/** A whole pack to read, in the order in which a document says it. */
export function PackPreview({ programme, onClose }: { programme: Programme; onClose(): void }) {
  const text = useText();
  const labels = (list: readonly { label: string; note?: string }[]) =>
    list.map(({ label, note }) => (note ? text('pack.noted', label, note) : label)).join('、');
  const { problems, needs, measures, measuresAlso, optimisations } = programme.listNames;
  const { officers } = programme;
  return (
    <Modal open title={programme.title} footer={null} width={860} onCancel={onClose}>
      <div className="zyb-pack-preview">
        <Facts
          rows={[
            [text('pack.field.issuer'), programme.issuer],
            [text('pack.field.documentNumber'), programme.documentNumber],
            [text('pack.field.region'), programme.region],
            [text('pack.field.modes'), labels(programme.modes)],
            [text('pack.field.perspectives'), labels(programme.perspectives)],
            [
              text('pack.field.channels'),
              programme.channels
                .map(({ label, platforms }) =>
                  platforms.length ? `${label}（${platforms.join('、')}）` : label,
                )
                .join('、'),
            ],
            ...programme.stageLists.map(({ label, stages }): [string, string] => [
              text('pack.stagesOf', label),
              labels(stages),
            ]),
            ...programme.phases.map(({ phase, label, asks }): [string, string] => [
              text('pack.phaseOf', text(`pack.phase.${phase}`)),
              [label, ...asks].join('；'),
            ]),
            [text('pack.field.activities'), labels(programme.activities)],
            [text('pack.field.themes'), programme.themes.join('、')],
            [text('pack.field.specialGroups'), programme.specialGroups.join('、')],
            [
              text('pack.field.listNames'),
              [
                problems,
                needs,
                measuresAlso ? text('pack.noted', measures, text('pack.alsoCalled', measuresAlso)) : measures,
                optimisations,
              ]
                .filter(Boolean)
                .join('、'),
            ],
            [text('pack.field.closedLoop'), programme.closedLoop],
            [text('pack.field.loopSteps'), programme.loopSteps.join(' → ')],
            [text('pack.field.disposals'), labels(programme.disposals)],
            [text('pack.field.classRule'), programme.classRule],
            [officers?.title ?? text('pack.field.officers'), officers ? labels(officers.categories) : ''],
            [
              text('pack.officerModes'),
              labels(programme.modes.filter(({ mode }) => officers && walksAsOfficer(mode, officers))),
            ],
            [text('pack.field.recruitment'), officers?.recruitment.join('、') ?? ''],
            [text('pack.field.quotas'), officers?.quotas.join('；') ?? ''],
            [text('pack.field.rules'), [...programme.rules, ...(officers?.rules ?? [])].join('；')],
            [
              text('pack.field.deliverables'),
              programme.deliverables
                .map(({ title, dueWording }) => (dueWording ? `${title}（${dueWording}）` : title))
                .join('；'),
            ],
            [
              text('pack.field.suggestedItems'),
              programme.suggestedItems
                .map((item) => {
                  const marks = itemMarks
                    .filter((mark) => item[mark])
                    .map((mark) => text(`itemMark.${mark}`));
                  const more = [...marks, item.startUrl].filter(Boolean).join('，');
                  return more ? text('pack.noted', item.name, more) : item.name;
                })
                .join('、'),
            ],
          ]}
        />
        {programme.checklists.map((checklist) => (
          <section key={checklist.id}>
            <h3>{checklist.title}</h3>
            {checklist.dimensions.map((dimension) => (
              <div key={dimension.id}>
                <h4>
                  {dimension.name} <small>{dimension.question}</small>
                </h4>
                <ol>
                  {dimension.items.map((item) => (
                    <li key={item.id} title={item.id}>
                      {item.text}
                      <em data-seen={item.observability}>{text(`pack.seen.${item.observability}`)}</em>
                      {item.reverse && <em>{text('pack.field.reverse')}</em>}
                      {item.wording && <small>{item.wording}</small>}
                    </li>
                  ))}
                </ol>
              </div>
            ))}
          </section>
        ))}
      </div>
    </Modal>
  );
}

function Facts({ rows }: { rows: [string, ReactNode][] }) {
  return (
    <dl className="zyb-options-facts">
      {rows
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
