import type { Programme } from './programme.ts';

/** What is wrong with a pack beyond its shape; `path` leads to the field, `code` names a sentence `pack.reason.*`. */
export type PackFault = { path: (string | number)[]; code: string; values: (string | number)[] };

/** Faults no single field shows: ids and names that stand twice, stages sorted twice, modes nobody has. */
export function checkProgramme(programme: Programme): PackFault[] {
  const faults: PackFault[] = [];
  const once = (path: (string | number)[], key: string, list: readonly Record<string, unknown>[]) => {
    const seen = new Map<unknown, number>();
    for (const [at, each] of list.entries()) {
      const before = seen.get(each[key]);
      if (before === undefined) seen.set(each[key], at);
      else faults.push({ path: [...path, at, key], code: 'twice', values: [String(each[key]), before + 1] });
    }
  };
  once(['modes'], 'mode', programme.modes);
  once(['perspectives'], 'perspective', programme.perspectives);
  once(['channels'], 'kind', programme.channels);
  once(['stageLists'], 'id', programme.stageLists);
  once(['phases'], 'phase', programme.phases);
  once(['activities'], 'id', programme.activities);
  once(['deliverables'], 'id', programme.deliverables);
  once(['annexes'], 'form', programme.annexes);
  once(['suggestedItems'], 'name', programme.suggestedItems);
  once(['officers', 'categories'], 'id', programme.officers?.categories ?? []);
  once(['checklists'], 'id', programme.checklists);
  checkItemIds(programme, faults);
  checkStages(programme, faults);
  checkModes(programme, faults);
  return faults;
}

/** Dimensions and check items are named by id everywhere, so an id may stand once in the whole pack. */
function checkItemIds(programme: Programme, faults: PackFault[]): void {
  const dimensions = new Set<string>();
  const items = new Set<string>();
  for (const [c, checklist] of programme.checklists.entries()) {
    for (const [d, dimension] of checklist.dimensions.entries()) {
      const path = ['checklists', c, 'dimensions', d];
      if (dimensions.has(dimension.id))
        faults.push({ path: [...path, 'id'], code: 'idTwice', values: [dimension.id] });
      dimensions.add(dimension.id);
      for (const [i, item] of dimension.items.entries()) {
        if (items.has(item.id))
          faults.push({ path: [...path, 'items', i, 'id'], code: 'idTwice', values: [item.id] });
        items.add(item.id);
      }
    }
  }
}

function checkStages(programme: Programme, faults: PackFault[]): void {
  const sorted = new Map<string, string>();
  for (const [v, view] of programme.stageViews.entries()) {
    for (const [s, stage] of view.stages.entries()) {
      const before = sorted.get(stage);
      if (before !== undefined)
        faults.push({ path: ['stageViews', v, 'stages', s], code: 'stageTwice', values: [stage, before] });
      sorted.set(stage, view.label);
    }
  }
}

function checkModes(programme: Programme, faults: PackFault[]): void {
  const modes = new Set(programme.modes.map(({ mode }) => mode));
  for (const list of ['stageLists', 'deliverables'] as const) {
    for (const [at, each] of programme[list].entries()) {
      for (const [m, mode] of each.modes.entries()) {
        if (!modes.has(mode))
          faults.push({ path: [list, at, 'modes', m], code: 'modeUnknown', values: [mode] });
      }
    }
  }
  for (const [m, mode] of (programme.officers?.modes ?? []).entries()) {
    if (!modes.has(mode))
      faults.push({ path: ['officers', 'modes', m], code: 'modeUnknown', values: [mode] });
  }
}
