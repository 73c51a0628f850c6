import { isBeingRead } from './being-read.ts';
import { fewestLabels } from './guide/find-labels.ts';
import { longest } from './guide/find-value.ts';
import { mayHoldLabels } from './guide/guide-labels.ts';
import { readGuide } from './guide/read-guide.ts';
import { pageTitle } from './page-title.ts';
import { redactShort } from './redact-short.ts';
import { freshId, type Watcher } from './watcher.ts';
import { pageState, whenSettled } from './when-settled.ts';

/** A page is read so often at most: when it first rests, and as more of it comes. */
const mostLooks = 6;
/** A page on which looking took longer, ms, and came to nothing is not looked at again. */
const dear = 8;
/** The text of a page of fewer elements is cheap to have as a whole. */
const smallPage = 1500;

/**
 * Reads guide pages (办事指南) once they rest: what they declare, as service text, redacted like the rest. Most other pages
 * cost a search for labels in their text. Walks that keep figures only keep no declared values either.
 */
export const watchGuide =
  (extraLabels: readonly string[]): Watcher =>
  (report, context, signal) => {
    if (context.privacy !== 'full') return;
    let page = { address: '', looks: 0, text: '', told: '', id: '' };
    let state: number | undefined;
    whenSettled((since) => {
      if (isBeingRead()) return;
      if (page.address !== location.href)
        page = { address: location.href, looks: 0, text: '', told: '', id: freshId() };
      else if (page.looks >= mostLooks || (state !== undefined && state === pageState())) return;
      state = pageState();
      page.looks += 1;
      const root = document.body ?? document;
      if (root.getElementsByTagName('*').length < smallPage) {
        const before = page.text;
        page.text = root.textContent ?? '';
        if (page.text === before || !mayHoldLabels(page.text, fewestLabels, extraLabels)) return;
      }
      const began = performance.now();
      const guide = readGuide(root, extraLabels);
      if (!guide) {
        if (performance.now() - began > dear) page.looks = mostLooks;
        return;
      }
      const told = JSON.stringify(guide);
      if (told === page.told) return;
      page.told = told;
      const clean = (text: string, most: number) => (text ? redactShort(context, text, most) : '');
      report.guide({
        id: page.id,
        at: since,
        url: context.redactUrl(location.href),
        title: clean(pageTitle(), 200),
        fields: guide.fields.map((field) => ({ ...field, value: clean(field.value, longest.value) })),
        materials: guide.materials.map((each) => ({
          ...each,
          name: clean(each.name, longest.material),
          form: clean(each.form, longest.form),
        })),
        listsMaterials: guide.listsMaterials,
        flow: guide.flow.map((stage) => clean(stage, longest.stage)),
      });
    }, signal);
  };
