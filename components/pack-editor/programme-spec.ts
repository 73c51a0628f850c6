import { channelKinds } from '../../lib/model/channel.ts';
import { formKinds } from '../../lib/model/form-kind.ts';
import { lockable } from '../../lib/model/masking-policy.ts';
import { stages } from '../../lib/model/stage.ts';
import { perspectives, walkModes } from '../../lib/model/walk-mode.ts';
import { nextId } from './edit-path.ts';
import type { EditorTab, FieldSpec } from './spec.ts';
import { usedSignals } from './used-signals.ts';

const text = (name: string): FieldSpec => ({ kind: 'text', name });
const wide = (name: string): FieldSpec => ({ kind: 'text', name, wide: true });
const id = text('id');
const idsOf = (list: readonly Record<string, unknown>[]) => list.map((each) => String(each.id));
const unused = <T extends string>(
  options: readonly T[],
  list: readonly Record<string, unknown>[],
  key: string,
) => options.find((option) => !list.some((each) => each[key] === option)) ?? options[0];

const stageChoices: FieldSpec = { kind: 'choices', name: 'stages', options: stages, words: 'stage' };
const modeChoices: FieldSpec = { kind: 'choices', name: 'modes', options: walkModes, words: 'mode' };
const labelled = (name: string): FieldSpec => ({
  kind: 'list',
  name,
  summary: 'label',
  fields: [id, text('label'), wide('note')],
  fresh: (_, list) => ({ id: nextId(`${name}-`, idsOf(list)), label: '' }),
});

const yesNo = (name: string, otherwise = false): FieldSpec => ({ kind: 'yesNo', name, otherwise });

/** Own labels of a portal (`redaction.labels`) are edited in the file: they are pairs, and few know their kinds. */
const masking: FieldSpec = {
  kind: 'group',
  name: 'masking',
  optional: {},
  fields: [
    {
      kind: 'group',
      name: 'redaction',
      fields: [
        yesNo('caseNumbers'),
        yesNo('officePhones'),
        yesNo('loneNames'),
        { kind: 'texts', name: 'terms' },
      ],
      optional: {},
    },
    { kind: 'choices', name: 'metricsModes', options: walkModes, words: 'mode' },
    yesNo('pictures', true),
    { kind: 'number', name: 'retentionDays' },
    { kind: 'texts', name: 'hostsNeverRecorded' },
    {
      kind: 'group',
      name: 'assets',
      fields: [yesNo('style', true), yesNo('image', true), yesNo('font', true)],
      optional: {},
    },
    { kind: 'choices', name: 'locked', options: lockable, words: 'pack.lockable' },
  ],
};

const items: FieldSpec = {
  kind: 'list',
  name: 'items',
  summary: 'text',
  fields: [
    id,
    {
      kind: 'choice',
      name: 'observability',
      options: ['direct', 'assisted', 'manual', 'none'],
      words: 'pack.seen',
    },
    wide('text'),
    wide('wording'),
    { kind: 'choices', name: 'signals', options: usedSignals },
    { kind: 'yesNo', name: 'reverse' },
    { kind: 'yesNo', name: 'derived' },
  ],
  fresh: (owner, list) => ({
    id: nextId(`${String(owner.id)}.`, idsOf(list)),
    text: '',
    observability: 'manual',
    signals: [],
  }),
};

const checklists: FieldSpec = {
  kind: 'list',
  name: 'checklists',
  summary: 'title',
  fields: [
    id,
    text('title'),
    {
      kind: 'list',
      name: 'dimensions',
      summary: 'name',
      fields: [
        id,
        text('name'),
        text('question'),
        { kind: 'choice', name: 'polarity', options: ['yes-is-good', 'yes-is-bad'], words: 'pack.polarity' },
        items,
      ],
      fresh: (owner, list) => ({
        id: nextId(`${String(owner.id)}.d`, idsOf(list)),
        name: '',
        polarity: 'yes-is-good',
        items: [
          {
            id: nextId(`${nextId(`${String(owner.id)}.d`, idsOf(list))}.`, []),
            text: '',
            observability: 'manual',
          },
        ],
      }),
    },
  ],
  fresh: (_, list) => {
    const own = nextId('list-', idsOf(list));
    const dimension = { id: `${own}.d01`, name: '', polarity: 'yes-is-good' };
    return {
      id: own,
      title: '',
      dimensions: [{ ...dimension, items: [{ id: `${own}.d01.01`, text: '', observability: 'manual' }] }],
    };
  },
};

/** Every part of a programme, tab by tab, in the order in which a document is read. */
export const programmeTabs = (siteProfiles: Record<string, string>): readonly EditorTab[] => [
  {
    name: 'basics',
    fields: [
      wide('title'),
      text('shortTitle'),
      text('issuer'),
      text('documentNumber'),
      text('region'),
      id,
      text('version'),
    ],
  },
  {
    name: 'walks',
    fields: [
      {
        kind: 'list',
        name: 'modes',
        summary: 'label',
        fields: [
          { kind: 'choice', name: 'mode', options: walkModes, words: 'mode' },
          text('label'),
          { kind: 'choice', name: 'defaultPrivacy', options: ['full', 'metrics'], words: 'pack.privacy' },
          wide('note'),
        ],
        fresh: (_, list) => ({ mode: unused(walkModes, list, 'mode'), label: '' }),
      },
      {
        kind: 'list',
        name: 'perspectives',
        summary: 'label',
        fields: [
          { kind: 'choice', name: 'perspective', options: perspectives, words: 'perspective' },
          text('label'),
        ],
        fresh: (_, list) => ({ perspective: unused(perspectives, list, 'perspective'), label: '' }),
      },
      {
        kind: 'list',
        name: 'channels',
        summary: 'label',
        fields: [
          { kind: 'choice', name: 'kind', options: channelKinds, words: 'channel' },
          text('label'),
          { kind: 'texts', name: 'platforms' },
        ],
        fresh: (_, list) => ({ kind: unused(channelKinds, list, 'kind'), label: '' }),
      },
      labelled('activities'),
      {
        kind: 'list',
        name: 'phases',
        summary: 'label',
        fields: [
          { kind: 'choice', name: 'phase', options: ['before', 'during', 'after'], words: 'pack.phase' },
          text('label'),
          { kind: 'texts', name: 'asks' },
        ],
        fresh: (_, list) => ({
          phase: unused(['before', 'during', 'after'], list, 'phase'),
          label: '',
          asks: [],
        }),
      },
    ],
  },
  {
    name: 'stages',
    fields: [
      {
        kind: 'list',
        name: 'stageViews',
        summary: 'label',
        fields: [text('label'), stageChoices],
        fresh: () => ({ label: '', stages: [] }),
      },
      {
        kind: 'list',
        name: 'stageLists',
        summary: 'label',
        fields: [
          id,
          text('label'),
          modeChoices,
          { kind: 'choices', name: 'channels', options: channelKinds, words: 'channel' },
          {
            kind: 'list',
            name: 'stages',
            summary: 'label',
            fields: [text('label'), stageChoices],
            fresh: () => ({ label: '', stages: [] }),
          },
        ],
        fresh: (_, list) => ({
          id: nextId('stages-', idsOf(list)),
          label: '',
          stages: [{ label: '', stages: [] }],
        }),
      },
    ],
  },
  { name: 'checklists', fields: [checklists] },
  {
    name: 'lists',
    fields: [
      {
        kind: 'group',
        name: 'listNames',
        fields: ['problems', 'needs', 'measures', 'measuresAlso', 'optimisations'].map((name) => text(name)),
      },
      wide('closedLoop'),
      { kind: 'choice', name: 'pageChecks', options: ['on-request', 'at-rest'], words: 'pack.pageChecks' },
      { kind: 'texts', name: 'loopSteps' },
      {
        kind: 'list',
        name: 'disposals',
        summary: 'label',
        fields: [
          { kind: 'choice', name: 'kind', options: ['atOnce', 'byDate', 'common'], words: 'pack.disposal' },
          text('label'),
        ],
        fresh: () => ({ kind: 'byDate', label: '' }),
      },
      wide('classRule'),
      { kind: 'texts', name: 'rules' },
    ],
  },
  {
    name: 'deliverables',
    fields: [
      {
        kind: 'list',
        name: 'deliverables',
        summary: 'title',
        fields: [
          id,
          wide('title'),
          { kind: 'deadline', name: 'due' },
          text('dueWording'),
          text('to'),
          { kind: 'texts', name: 'contents' },
          modeChoices,
          { kind: 'choices', name: 'forms', options: formKinds, words: 'forms.kinds' },
        ],
        fresh: (_, list) => ({ id: nextId('task-', idsOf(list)), title: '', due: { kind: 'open' } }),
      },
      {
        kind: 'list',
        name: 'annexes',
        summary: 'label',
        fields: [{ kind: 'choice', name: 'form', options: formKinds, words: 'forms.kinds' }, text('label')],
        fresh: (_, list) => ({ form: unused(formKinds, list, 'form'), label: '' }),
      },
    ],
  },
  {
    name: 'officers',
    fields: [
      {
        kind: 'group',
        name: 'officers',
        optional: { title: '政务服务体验员', categories: [] },
        fields: [
          text('title'),
          modeChoices,
          labelled('categories'),
          { kind: 'texts', name: 'recruitment' },
          { kind: 'texts', name: 'quotas' },
          { kind: 'texts', name: 'rules' },
        ],
      },
      { kind: 'texts', name: 'themes' },
      { kind: 'texts', name: 'specialGroups' },
    ],
  },
  { name: 'masking', fields: [masking] },
  {
    name: 'items',
    fields: [
      {
        kind: 'list',
        name: 'suggestedItems',
        summary: 'name',
        fields: [
          wide('name'),
          text('code'),
          text('startUrl'),
          { kind: 'yesNoUnsaid', name: 'oneThing' },
          { kind: 'yesNoUnsaid', name: 'crossRegion' },
        ],
        fresh: () => ({ name: '' }),
      },
      { kind: 'choices', name: 'siteProfiles', options: Object.keys(siteProfiles), titles: siteProfiles },
    ],
  },
];
