import { stages } from '../../lib/model/stage.ts';
import type { EditorTab, FieldSpec } from './spec.ts';

const text = (name: string): FieldSpec => ({ kind: 'text', name });
const wide = (name: string): FieldSpec => ({ kind: 'text', name, wide: true });
const stage: FieldSpec = { kind: 'choice', name: 'stage', options: stages, words: 'stage' };

/** Every part of a site profile, tab by tab. */
export const siteTabs: readonly EditorTab[] = [
  {
    name: 'basics',
    fields: [
      text('name'),
      text('region'),
      text('id'),
      text('startUrl'),
      { kind: 'yesNo', name: 'practice' },
      { kind: 'texts', name: 'hosts' },
      { kind: 'texts', name: 'identityHosts' },
    ],
  },
  {
    name: 'stages',
    fields: [
      {
        kind: 'list',
        name: 'stageRules',
        summary: 'pattern',
        fields: [wide('pattern'), stage, text('name')],
        fresh: () => ({ pattern: '', stage: 'other' }),
      },
      {
        kind: 'list',
        name: 'wizardSteps',
        summary: 'selector',
        fields: [wide('selector'), stage],
        fresh: () => ({ selector: '' }),
      },
    ],
  },
  {
    name: 'pages',
    fields: [
      {
        kind: 'list',
        name: 'safeParams',
        summary: 'pathPattern',
        fields: [wide('pathPattern'), { kind: 'texts', name: 'params' }],
        fresh: () => ({ pathPattern: '', params: [] }),
      },
      { kind: 'texts', name: 'plainPaths' },
      { kind: 'texts', name: 'guideFields' },
      { kind: 'texts', name: 'submitSelectors' },
    ],
  },
];
