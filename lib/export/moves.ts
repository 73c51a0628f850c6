import type { Action } from '../model/action.ts';
import type { PainPoint } from '../model/pain-point.ts';
import type { Step } from '../model/step.ts';
import type { Visit } from '../model/visit.ts';

/** A tab and, below its main frame, a frame by its number among its siblings at each level. */
export type Place = { tab: number; framePath: number[] };

/** One thing that another run does, waits for, or notes down. */
export type Move = { at: number; tab: number } & (
  | { kind: 'open'; url: string; title: string }
  /** A tab that no press opened: taken into the walk, or its address typed. */
  | { kind: 'new-tab'; url: string; title: string }
  /** `within`: to another place of the same document. */
  | { kind: 'back'; url: string; title: string; within: boolean }
  | { kind: 'forward'; url: string; title: string; within: boolean }
  | { kind: 'reload'; url: string; title: string }
  /** The page went on by itself. */
  | { kind: 'arrive'; url: string }
  /** Its page shows another place by an address of its own: nothing is to be done for it. */
  | { kind: 'route'; url: string }
  /** The walker went back from this tab for good. */
  | { kind: 'close'; url: string }
  /** The page closed its tab by itself. */
  | { kind: 'gone' }
  /** Unified login: nothing of it was recorded, a person signs in. */
  | { kind: 'sign-in'; origin: string }
  /** A wizard shows this step as its current one. */
  | { kind: 'wizard'; framePath: number[]; title: string }
  | { kind: 'step'; step: Step }
  | { kind: 'pain-point'; point: PainPoint }
  | ActMove
);

export type ActMove = {
  kind: 'act';
  action: Action;
  opener?: Action;
  framePath: number[];
  /** Redacted address of the tab's main frame. */
  pageUrl: string;
  /** The document its tab's main frame came to. */
  leadsTo?: Visit;
  /** The tab or window it opened. */
  opens?: { tab: number; url: string };
  /** Addresses of answers the walker had to wait for before it, with how many of them had come in that document. */
  answers: { url: string; count: number }[];
  /** A message lay over the page shortly before, perhaps over what is acted on. */
  afterToast: boolean;
  /** What was pressed right after something was typed: perhaps found in a list by it. */
  chosen?: Action;
  /** It is what was pressed right after something was typed. */
  sought: boolean;
  /** Something was typed on its page right before. */
  afterTyping: boolean;
  /** Native dialogs that it brought up on the page it was done on, by the frame that showed them, in order. */
  dialogs: { framePath: number[]; kinds: string[] }[];
};
