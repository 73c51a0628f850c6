import type { FormKind } from '../../model/form-kind.ts';
import type { FormAbout, FormSource, Missing, MissingField } from '../../model/official-form.ts';
import type { PainPoint } from '../../model/pain-point.ts';
import type { Session } from '../../model/session.ts';
import type { Walker } from '../../model/walker.ts';
import { leadersOf } from './leaders.ts';
import { officersOf } from './people-list.ts';

const head = ['unit', 'reporter', 'contact'] as const;
const rectified = ['note', 'disposal', 'ownerUnit', 'measure', 'deadline', 'effect'] as const;

/** What each form prints, and would therefore be missed in it. */
const wanted: Record<FormKind, readonly MissingField[]> = {
  'three-lists': [...head, 'walkerName', 'walkerPosition', 'channel', ...rectified],
  'problem-list': [...head, 'walkerName', 'walkerPosition', 'channel', ...rectified],
  leaders: [...head, 'walkerName', 'walkerPosition', 'leaders', 'supportOffice'],
  'staff-list': [...head, 'walkerName', 'walkerPosition', 'walkerContact'],
  'officer-registration': [
    ...head,
    'walkerName',
    'walkerPosition',
    'officerCategory',
    'officerRecruitment',
    'officerContact',
  ],
  recommendation: [...head, 'walkerName', 'handWritten'],
  'self-recommendation': [...head, 'walkerName', 'handWritten'],
  'walked-items': [...head, 'walkerName', 'walkerPosition', 'channel', 'note', 'measure'],
  participation: [...head, 'walkerName'],
  'phase-summary': [...head, 'note', 'deadline'],
  'work-report': [...head, 'note', 'deadline', 'effect', 'ownWords'],
  'session-report': [...head, 'walkerName', 'walkerPosition', 'channel', 'note'],
};

const inSession: Partial<Record<MissingField, (session: Session) => boolean>> = {
  walkerName: ({ walker }) => !walker.name.trim(),
  walkerPosition: ({ walker }) => !walker.position.trim(),
  walkerContact: ({ walker }) => !walker.contact.trim(),
  channel: ({ channel }) => !channel.trim(),
};

/** "待定" said in so many words answers who, what and when; a problem done with needs no day, but its effect. */
const inProblem: Partial<Record<MissingField, (point: PainPoint) => boolean>> = {
  note: ({ note }) => !note.trim(),
  disposal: ({ rectification }) => !rectification?.disposal,
  ownerUnit: ({ rectification }) => !rectification?.ownerUnit.trim() && !isUndecided(rectification),
  measure: ({ rectification }) => !rectification?.measure.trim() && !isUndecided(rectification),
  deadline: ({ rectification }) =>
    !rectification?.done && !rectification?.deadline && !isUndecided(rectification),
  effect: ({ rectification }) => rectification?.done === true && !rectification.effect.trim(),
};

const isUndecided = (one: PainPoint['rectification']) => one?.disposal === 'undecided';

/** What a form asks for and no record holds: written by hand, which is said rather than found out on paper. */
const onPaper: Partial<Record<MissingField, (sources: readonly FormSource[], about: FormAbout) => number>> = {
  leaders: (sources, about) => Number(sources.length > 0 && leadersOf(sources, about).length === 0),
  supportOffice: (sources, about) => leadersOf(sources, about).length,
  officerContact: (sources, about) => officersOf(sources, about).length,
  handWritten: () => 1,
  ownWords: () => 1,
};

/** What is told of a person, however often they walked. */
const inPerson: Partial<Record<MissingField, (officer: Walker) => boolean>> = {
  officerCategory: ({ category }) => !category?.trim(),
  officerRecruitment: ({ recruitment }) => !recruitment?.trim(),
};

/** The fields this form prints that nobody filled in, with how often and in which sessions. */
export function findMissing(kind: FormKind, sources: readonly FormSource[], about: FormAbout): Missing[] {
  return wanted[kind].flatMap((field): Missing[] => {
    if (field === 'unit' || field === 'reporter' || field === 'contact')
      return about[field].trim() ? [] : [{ field, of: 'form', count: 1, sessions: [] }];
    const written = onPaper[field]?.(sources, about);
    if (written !== undefined)
      return written > 0 ? [{ field, of: 'paper', count: written, sessions: [] }] : [];
    const person = inPerson[field];
    if (person) {
      const count = officersOf(sources, about).filter(person).length;
      return count > 0 ? [{ field, of: 'person', count, sessions: [] }] : [];
    }
    const session = inSession[field];
    const problem = inProblem[field];
    const counted = sources.map(({ report }) => ({
      id: report.id,
      count: session
        ? Number(session(report.session))
        : report.painPoints.filter((point) => point.kind === 'pain' && problem?.(point)).length,
    }));
    const found = counted.filter(({ count }) => count > 0);
    if (found.length === 0) return [];
    return [
      {
        field,
        of: session ? 'session' : 'problem',
        count: found.reduce((sum, { count }) => sum + count, 0),
        sessions: found.map(({ id }) => id),
      },
    ];
  });
}
