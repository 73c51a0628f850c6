import { isBeingRead } from './being-read.ts';
import { overPauses } from './over-pauses.ts';
import { firstWords, readable, readCalls } from './read-notices.ts';
import { redactShort } from './redact-short.ts';
import { type Sign, signsIn } from './signs/text-signs.ts';
import { hearNotices } from './watch-notices.ts';
import { freshId, type Watcher } from './watcher.ts';
import { whenSettled } from './when-settled.ts';

/** A page with less to read than this, characters, is a notice as a whole. */
const littleToRead = 400;
const longestKept = 200;

/** Of the page it stands at: words told, by kind, links and headings that were read, and whether it was read as a whole. */
const knownOf = overPauses(() => ({
  page: '',
  told: new Map<Sign['kind'], string[]>(),
  read: new WeakSet<Element>(),
  lookedAt: '',
}));

/**
 * What a page says about itself that a signal counts: go elsewhere, use another browser, sign in anew, bring that paper
 * again, prove who you are. Read from notices and dialogs, from links, buttons and headings of the page's own part, and
 * from the whole of a page that says little. Each is told once a page, over pauses too, and a notice once whatever else
 * it says of a kind.
 */
export const watchSightings: Watcher = (report, context, signal) => {
  const known = knownOf(context);
  const { read } = known;
  const turnPage = () => {
    if (known.page === location.href) return;
    known.page = location.href;
    known.told = new Map();
  };
  const tell = (signs: Sign[], text: string, at: number) => {
    turnPage();
    for (const { kind, detail } of signs.filter(isFirstOfKind)) {
      const before = known.told.get(kind) ?? [];
      // The same notice is read as a dialog, as its heading and as a page of few words.
      if (before.some((words) => words.includes(text) || text.includes(words))) continue;
      known.told.set(kind, [...before, text]);
      tellOne(kind, detail, text, at);
    }
  };
  const tellOne = (kind: Sign['kind'], detail: string, text: string, at: number) => {
    report.sighting({
      id: freshId(),
      at,
      kind,
      detail,
      text: context.privacy === 'full' ? redactShort(context, text, longestKept) : '',
      url: context.redactUrl(location.href),
    });
  };
  hearNotices(({ text, at }) => {
    tell(signsIn(text), text, at);
  }, signal);

  whenSettled((since) => {
    turnPage();
    for (const { element, text } of readCalls(read, saysSomething)) {
      tell(
        signsIn(text).filter((sign) => callsFor(sign, element)),
        text,
        since,
      );
    }
    if (known.lookedAt === known.page || isBeingRead()) return;
    known.lookedAt = known.page;
    if (readable(littleToRead) >= littleToRead) return;
    const words = firstWords(littleToRead);
    tell(signsIn(words), words, since);
  }, signal);
};

const saysSomething = (text: string) => signsIn(text).length > 0;

/** One notice asks for one thing of a kind, whatever else it says. */
const isFirstOfKind = ({ kind }: Sign, at: number, all: Sign[]) =>
  all.findIndex((each) => each.kind === kind) === at;

/** A button sends people elsewhere; only a heading says that they have to prove who they are. */
function callsFor({ kind }: Sign, element: Element): boolean {
  const heading = /^H[12]$/.test(element.tagName);
  return kind === 'channel-switch' || (heading && kind !== 'window');
}
