import { hasJustCome } from './came-with-it.ts';
import { labelOf, meantElement } from './describe-element.ts';
import { findProofs, type Proof, stateOfCode } from './find-proofs.ts';
import { hearEvents } from './hear-events.ts';
import { isElement } from './node-kinds.ts';
import { overPauses } from './over-pauses.ts';
import { sendsCode } from './signs/field-signs.ts';
import { refusesCode, refusesDrawn, refusesScan } from './signs/text-signs.ts';
import { trackWaits } from './track-waits.ts';
import { hearNotices } from './watch-notices.ts';
import { freshId, type Watcher } from './watcher.ts';
import { whenLeft } from './when-left.ts';
import { whenSettled } from './when-settled.ts';

/** The one key of a message that was asked for: it belongs to no field until it is typed. */
const messageKey = 'sms';
/** A code that goes within this of the walker's own press was put away, not scanned. Milliseconds. */
const putAwayMs = 1500;
/** Where there is another way in, that press may have gone it, and the page takes its time. Milliseconds. */
const otherWayMs = 15_000;
/** What asked for a proof when the walk was paused: it is asked for no second time by standing there still. */
const knownOf = overPauses(() => ({ shown: new Map<Element, Proof>() }));
/** Of these the walker does nothing on the page. */
const byPhone = (kind: string | undefined) => kind === 'scan' || kind === 'face';

/**
 * What the walker has to prove, and how long that takes: each captcha, code to scan and face from its appearance, each
 * message from the press that asks for it, until the page moves on or what asked has gone. A refusal ends the attempt
 * and begins the next. A refusal in the next document is told as a wait without length, detail `before`; whoever keeps
 * the rows lets it fail the attempt it answers. No words are kept.
 */
export const watchVerification: Watcher = (report, context, signal) => {
  // Before those who track waits hear of it: what was answered is told as that when the walk ends, too.
  signal.addEventListener('abort', () => {
    for (const key of waits.underWay()) leave(key, Date.now(), true);
    known.shown = stood ?? shown;
  });
  const known = knownOf(context);
  let stood: Map<Element, Proof> | undefined = known.shown;
  const waits = trackWaits(report, signal);
  /** When each was last typed at or pressed. */
  const answered = new Map<unknown, number>();
  /** When those were answered after which the walker went on to fill in something else: nobody waits for them any more. */
  const over = new Map<unknown, number>();
  let shown = new Map<Element, Proof>();

  const begin = ({ element, kind }: Proof, at: number) => {
    if (stood?.get(element)?.kind !== kind)
      report.sighting({
        id: freshId(),
        at,
        kind: 'auth-step',
        text: '',
        detail: kind,
        url: context.redactUrl(location.href),
      });
    if (kind !== 'password' && kind !== 'sms') waits.begin(element, kind, at);
    if (byPhone(kind) && element.parentElement) codes.set(element, { parent: element.parentElement });
  };
  /** What holds each code, and what was said there of it last. */
  const codes = new Map<Element, { parent: Element; state?: ReturnType<typeof stateOfCode> }>();
  let pressedAt = -Infinity;
  const forget = (key: unknown) => {
    answered.delete(key);
    over.delete(key);
  };
  /**
   * Gone, alone or with the page: passed when an answer was given, or when it went without the walker's doing. What is
   * only watched no more, `stillThere`, did not go.
   */
  const leave = (key: unknown, at: number, stillThere = false) => {
    const kind = waits.kindOf(key);
    const refused = isRefusedNow(key);
    const hasOtherWay = [...shown.values()].some((each) => each.kind === 'password' || each.kind === 'sms');
    const byItself = !stillThere && byPhone(kind) && at - pressedAt > (hasOtherWay ? otherWayMs : putAwayMs);
    const passed = answered.has(key) || byItself;
    const until = over.get(key) ?? at;
    forget(key);
    waits.end(key, until, refused ? 'failed' : passed ? 'passed' : 'unknown');
  };
  /** A code has made way for the words that it is over. */
  const isRefusedNow = (key: unknown) => {
    const code = codes.get(key as Element);
    codes.delete(key as Element);
    return (
      code?.parent.isConnected === true && code.state !== 'refused' && stateOfCode(code.parent) === 'refused'
    );
  };
  /** What a page or a person brings anew in the place of the one before, which was answered wrongly or not at all. */
  const replace = (before: Element, proof: Proof, at: number) => {
    const { element, kind } = proof;
    if (answered.has(before)) {
      waits.end(before, at, 'failed');
      waits.begin(element, kind as 'captcha', at);
    } else waits.move(before, element);
    forget(before);
    codes.delete(before);
    if (byPhone(kind) && element.parentElement) codes.set(element, { parent: element.parentElement });
  };
  const isDrawn = ({ element, kind }: Proof) =>
    byPhone(kind) || (kind === 'captcha' && element.localName !== 'input');

  whenSettled((since) => {
    const proofs = findProofs();
    if (proofs.length === 0) stood = undefined;
    if (proofs.length === 0 && shown.size === 0) return;
    const now = new Map<Element, Proof>();
    for (const proof of proofs) now.set(proof.element, proof);
    const gone = [...shown.values()].filter((each) => isDrawn(each) && !now.has(each.element));
    for (const proof of proofs) {
      if (shown.get(proof.element)?.kind === proof.kind) continue;
      if (shown.has(proof.element)) leave(proof.element, since);
      const before = isDrawn(proof)
        ? gone.findIndex((each) => isDrawn(each) && each.kind === proof.kind)
        : -1;
      const [replaced] = before < 0 ? [] : gone.splice(before, 1);
      if (!replaced) begin(proof, since);
      else {
        shown.delete(replaced.element);
        replace(replaced.element, proof, since);
      }
    }
    for (const [element, proof] of shown) {
      if (now.has(element)) continue;
      const code = codes.get(element);
      // It was scanned, and the phone asks: nobody is in yet.
      if (code?.parent.isConnected && stateOfCode(code.parent) === 'confirming') now.set(element, proof);
      else leave(element, since);
    }
    for (const [element, { kind }] of now)
      if (kind === 'captcha') hearDrawn(element, since);
      else if (byPhone(kind)) hearCode(element, since);
    const hadCode = [...shown.values()].some(({ kind }) => kind === 'sms');
    const hasCode = [...now.values()].some(({ kind }) => kind === 'sms');
    if (hadCode && !hasCode) leave(messageKey, since);
    shown = now;
    stood = undefined;
  }, signal);

  /** What a drawn captcha said last in its own place, by words and by signs; some stand there, out of sight, from the beginning. */
  const said = new WeakMap<Element, { refused: boolean; failures: number }>();
  const hearDrawn = (element: Element, since: number) => {
    if (element.localName === 'input') return;
    const before = said.get(element);
    const now = {
      refused: refusesDrawn((element.textContent ?? '').slice(0, 400)),
      failures: element.querySelectorAll('[class*="-fail"],[class*="fail-"]').length,
    };
    said.set(element, now);
    if (!before || !answered.has(element)) return;
    if ((now.refused && !before.refused) || now.failures > before.failures) refuse(element, since);
  };
  /** What is said around a code. What was said from the beginning answers nobody. */
  const hearCode = (element: Element, since: number) => {
    const code = codes.get(element);
    if (!code?.parent.isConnected) return;
    const state = stateOfCode(code.parent);
    if (state === 'refused' && 'state' in code && code.state !== 'refused') refuse(element, since);
    code.state = state;
  };
  const answer = (key: unknown) => {
    answered.set(key, Date.now());
    over.delete(key);
  };
  const goOn = () => {
    for (const [key, at] of answered) if (!over.has(key)) over.set(key, at);
  };
  /** Who types a password, or another code, goes that way: nobody waited for what stands beside it to be scanned. */
  const putAside = () => {
    for (const [element, { kind }] of shown) {
      const begun = byPhone(kind) ? waits.begunAt(element) : undefined;
      if (begun !== undefined) waits.end(element, begun);
    }
  };
  hearEvents(
    ['input', 'change'],
    ({ isTrusted, type }, target) => {
      if (!isTrusted) return;
      const kind = shown.get(target as Element)?.kind;
      if (kind && type === 'input') putAside();
      if (!kind || kind === 'password') goOn();
      else if (type === 'input') answer(kind === 'sms' ? messageKey : target);
    },
    signal,
  );
  hearEvents(
    ['pointerdown', 'click'],
    ({ isTrusted, type }, target) => {
      if (!isTrusted || !isElement(target)) return;
      pressedAt = Date.now();
      // A slider may be let go anywhere.
      for (const [element, { kind }] of shown)
        if (kind === 'captcha' && element.localName !== 'input' && element.contains(target)) {
          if (isAnswerIn(element, target)) answer(element);
          // Another one is asked for: what was done to this one is no answer any more.
          else if (says(target, anew)) forget(element);
        }
      if (type !== 'click' || !sendsCode(labelOf(meantElement(target)))) return;
      const until = over.get(messageKey) ?? Date.now();
      forget(messageKey);
      waits.end(messageKey, until);
      waits.begin(messageKey, 'sms', Date.now());
    },
    signal,
  );

  const refuse = (key: unknown, told: number) => {
    const kind = waits.kindOf(key);
    if (!kind) return;
    // A busy page is looked at late, and its notice dated by the first change since the look before: what it answers came after.
    const at = Math.max(told, pressedAt, (waits.begunAt(key) ?? 0) + 1);
    const until = over.get(key) ?? at;
    forget(key);
    waits.end(key, until, 'failed');
    // The next attempt: what asks is still there, or will be told gone by the next look.
    const still =
      key === messageKey
        ? [...shown.values()].some((each) => each.kind === 'sms')
        : shown.has(key as Element);
    if (still) waits.begin(key, kind, at);
  };
  hearNotices(({ text, at, stood: isOld }) => {
    if (isOld) return;
    const scan = refusesScan(text);
    if (!scan && !refusesCode(text)) return;
    const kinds: (Proof['kind'] | undefined)[] = scan
      ? ['scan', 'face']
      : /短信|动态/.test(text)
        ? ['sms']
        : ['captcha', 'sms'];
    const tried = waits.underWay().filter((key) => kinds.includes(waits.kindOf(key) as Proof['kind']));
    const meant = tried.find((key) => scan || answered.has(key));
    if (meant !== undefined) refuse(meant, at);
    // A refusal that is on the page when it comes answers what was sent from the page before.
    else if (hasJustCome())
      report.wait({
        id: freshId(),
        at: performance.timeOrigin,
        to: performance.timeOrigin,
        kind: /短信|动态/.test(text) ? 'sms' : 'captcha',
        outcome: 'failed',
        detail: 'before',
      });
    else if (tried[0] !== undefined) refuse(tried[0], at);
  }, signal);

  whenLeft(
    'tell',
    () => {
      for (const key of waits.underWay()) leave(key, Date.now());
      shown = new Map();
    },
    signal,
  );
};

/** What closes a drawn captcha, or brings another, answers nothing; nor does the mask around it. */
const putsAway = /close|cancel|refresh|reset|reload|关闭|取消|刷新|换一/i;
const anew = /refresh|reset|reload|刷新|换一/i;

function isAnswerIn(captcha: Element, target: Element): boolean {
  return (
    target !== captcha &&
    !says(target, putsAway) &&
    !/^\s*(?:[×xX✕]|关闭|取消|刷新|换一张)\s*$/.test(meantElement(target).textContent ?? '')
  );
}

function says(target: Element, words: RegExp): boolean {
  const pressed = meantElement(target);
  return words.test(`${pressed.getAttribute('class') ?? ''} ${pressed.getAttribute('title') ?? ''}`);
}
