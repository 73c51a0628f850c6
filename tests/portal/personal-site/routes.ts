import type { Hono } from 'hono';
import {
  badgeSvg,
  formPage,
  framePage,
  landedPage,
  laterPage,
  neighboursPage,
  sentencesPage,
  shownPage,
} from './pages.ts';
import { valueOf } from './planted.ts';

/** Pages with an invented personal value on every surface a recorder could keep, below `/personal/` of every site. */
export function addPersonalPages(site: Hono): void {
  const svg = (text: string) => [text, 200, { 'content-type': 'image/svg+xml' }] as const;
  site.get('/personal/shown', (c) => c.html(shownPage()));
  site.get('/personal/neighbours', (c) => c.html(neighboursPage()));
  site.get('/personal/form', (c) => c.html(formPage()));
  site.get('/personal/form/people/:id', (c) => c.html(formPage()));
  site.get('/personal/sentences', (c) => c.html(sentencesPage()));
  site.get('/personal/later', (c) => c.html(laterPage()));
  site.get('/personal/landed', (c) => c.html(landedPage()));
  site.get('/personal/frame', (c) => c.html(framePage()));
  site.get('/personal/hop', (c) => c.redirect(`/personal/landed?sfzh=${valueOf('redirect address')}`));
  site.get('/personal/pictures/badge.svg', (c) => c.body(...svg(badgeSvg())));
  site.get('/personal/pictures/plain.svg', (c) =>
    c.body(
      ...svg(
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>',
      ),
    ),
  );
  site.get('/personal/api/person', (c) => c.json({ idcard: valueOf('response body') }));
}
