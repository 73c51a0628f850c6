import { randomUUID } from 'node:crypto';
import type { Person } from './people.ts';

/** A signed-in browser at the portal; `areas` are the parts of the portal it has signed in to. */
export interface PortalSession {
  id: string;
  person: Person;
  areas: Set<string>;
}

/** One opening of the department's wizard. */
export interface WizardVisit {
  ticket: string;
  person: Person;
  sessionId: string;
  employerChecks: number;
  submits: number;
  uploads: string[];
}

/** A filed case 办件. */
export interface FiledCase {
  caseNo: string;
  itemName: string;
  itemCode: string;
  sessionId: string;
  filedAt: Date;
  rating?: string;
}

/** Everything the sites remember, in memory, per running portal. */
export interface PortalState {
  captchas: Map<string, string>;
  loginTickets: Map<string, Person>;
  sessions: Map<string, PortalSession>;
  visits: Map<string, WizardVisit>;
  oldSessions: Set<string>;
  cases: Map<string, FiledCase>;
  fileCase(item: { code: string; name: string }, sessionId: string): FiledCase;
  openVisit(session: PortalSession): WizardVisit;
  openSession(person: Person): PortalSession;
  reset(): void;
}

/** Case numbers are 31 item code + 8 date + 4 serial, 43 characters. */
function makeCaseNo(itemCode: string, serial: number, now: Date): string {
  const date = now.toISOString().slice(0, 10).replaceAll('-', '');
  return `${itemCode}${date}${String(serial).padStart(4, '0')}`;
}

export function createState(): PortalState {
  const state: PortalState = {
    captchas: new Map(),
    loginTickets: new Map(),
    sessions: new Map(),
    visits: new Map(),
    oldSessions: new Set(),
    cases: new Map(),
    fileCase(item, sessionId) {
      const filedAt = new Date();
      const caseNo = makeCaseNo(item.code, state.cases.size + 1, filedAt);
      const filed = { caseNo, itemName: item.name, itemCode: item.code, sessionId, filedAt };
      state.cases.set(caseNo, filed);
      return filed;
    },
    openVisit(session) {
      const visit = {
        ticket: randomUUID(),
        person: session.person,
        sessionId: session.id,
        employerChecks: 0,
        submits: 0,
        uploads: [],
      };
      state.visits.set(visit.ticket, visit);
      return visit;
    },
    openSession(person) {
      const session = { id: randomUUID(), person, areas: new Set<string>() };
      state.sessions.set(session.id, session);
      return session;
    },
    reset() {
      for (const kept of [state.captchas, state.loginTickets, state.sessions, state.visits]) kept.clear();
      state.oldSessions.clear();
      state.cases.clear();
    },
  };
  return state;
}
