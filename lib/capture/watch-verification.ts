import { labelOf, meantElement } from './describe-element.ts';
import { findProofs, type Proof } from './find-proofs.ts';
import { hearEvents } from './hear-events.ts';
import { isElement } from './node-kinds.ts';
import { sendsCode } from './signs/field-signs.ts';
import { refusesCode, refusesDrawn, refusesScan } from './signs/text-signs.ts';
import { trackWaits } from './track-waits.ts';
import { hearNotices } from './watch-notices.ts';
import { freshId, type Watcher } from './watcher.ts';
import { whenLeft } from './when-left.ts';
import { whenSettled } from './when-settled.ts';

/** A refusal that is on the page when it comes answers what was sent from the page before. Milliseconds. */
const cameWithItMs = 5000;

/** The one key of a message that was asked for: it belongs to no field until it is typed. */
const messageKey = 'sms';
/** A code that goes within this of the walker's own press was put away, not scanned. Milliseconds. */
const putAwayMs = 1500;

/**
 * What the walker has to prove, and how long that takes: each captcha, code to scan and face from its appearance, each
 * message from the press that asks for it, until the page moves on or what asked has gone. A refusal ends the attempt
 * and begins the next. A refusal in the next document is told as a wait without length, detail `before`; whoever keeps
 * the rows lets it fail the attempt it answers. No words are kept.
 */
export const watchVerification: Watcher = (report, context, signal) => {
  // Before those who track waits hear of it: what was answered is told as that when the walk ends, too.
  signal.addEventListener('abort', () => {
    for (const key of waits.underWay()) leave(key, Date.now());
  });
  const waits = trackWaits(report, signal);
  /** When each was last typed at or pressed. */
  const answered = new Map<unknown, number>();
  /** When those were answered after which the walker went on to fill in something else: nobody waits for them any more. */
  const over = new Map<unknown, number>();
  let shown = new Map<Element, Proof>();

  const begin = ({ element, kind }: Proof, at: number) => {
    report.sighting({
      id: freshId(),
      at,
      kind: 'auth-step',
      text: '',
      detail: kind,
      url: context.redactUrl(location.href),
    });
    if (kind !== 'password' && kind !== 'sms') waits.begin(element, kind, at);
  };
  let pressedAt = -Infinity;
  const forget = (key: unknown) => {
    answered.delete(key);
    over.delete(key);
  };
  /** Gone, alone or with the page: passed when an answer was given, or when it went without the walker's doing. */
  const leave = (key: unknown, at: number) => {
    const kind = waits.kindOf(key);
    const byItself = (kind === 'scan' || kind === 'face') && at - pressedAt > putAwayMs;
    const passed = answered.has(key) || byItself;
    const until = over.get(key) ?? at;
    forget(key);
    waits.end(key, until, passed ? 'passed' : 'unknown');
  };

  whenSettled((since) => {
    const proofs = findProofs();
    if (proofs.length === 0 && shown.size === 0) return;
    const now = new Map<Element, Proof>();
    for (const proof of proofs) {
      now.set(proof.element, proof);
      if (shown.get(proof.element)?.kind === proof.kind) continue;
      if (shown.has(proof.element)) leave(proof.element, since);
      begin(proof, since);
    }
    for (const element of shown.keys()) if (!now.has(element)) leave(element, since);
    for (const [element, { kind }] of now) if (kind === 'captcha') hearDrawn(element, since);
    const hadCode = [...shown.values()].some(({ kind }) => kind === 'sms');
    const hasCode = [...now.values()].some(({ kind }) => kind === 'sms');
    if (hadCode && !hasCode) leave(messageKey, since);
    shown = now;
  }, signal);

  /** What a drawn captcha says in its own place. */
  const refusedNow = new WeakSet<Element>();
  const hearDrawn = (element: Element, since: number) => {
    if (element.localName === 'input') return;
    const refused = refusesDrawn((element.textContent ?? '').slice(0, 400));
    if (!refused) refusedNow.delete(element);
    else if (!refusedNow.has(element) && answered.has(element)) {
      refusedNow.add(element);
      refuse(element, since);
    }
  };
  const answer = (key: unknown) => {
    answered.set(key, Date.now());
    over.delete(key);
  };
  const goOn = () => {
    for (const [key, at] of answered) if (!over.has(key)) over.set(key, at);
  };
  hearEvents(
    ['input', 'change'],
    ({ isTrusted, type }, target) => {
      if (!isTrusted) return;
      const kind = shown.get(target as Element)?.kind;
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
        if (kind === 'captcha' && element.localName !== 'input' && isAnswerIn(element, target))
          answer(element);
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
  hearNotices(({ text, at }) => {
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
    else if (performance.now() < cameWithItMs)
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

function isAnswerIn(captcha: Element, target: Element): boolean {
  if (target === captcha || !captcha.contains(target)) return false;
  const pressed = meantElement(target);
  return (
    !putsAway.test(`${pressed.getAttribute('class') ?? ''} ${pressed.getAttribute('title') ?? ''}`) &&
    !/^\s*(?:[×xX✕]|关闭|取消|刷新|换一张)\s*$/.test(pressed.textContent ?? '')
  );
}
