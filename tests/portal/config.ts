/** The four sites of the practice portal; every one is an origin of its own. */
export type SiteName = 'portal' | 'login' | 'department' | 'old';

/** Absolute origins, without a trailing slash. */
export type Origins = Record<SiteName, string>;

export type Ports = Record<SiteName, number>;

/** Host names below `.localhost`: browsers resolve them to the loopback address by themselves. */
export const hostNames: Record<SiteName, string> = {
  portal: 'zwfw.localhost',
  login: 'login.localhost',
  department: 'rs.localhost',
  old: 'old.localhost',
};

export const defaultPorts: Ports = { portal: 4610, login: 4611, department: 4612, old: 4613 };

export const siteNames = Object.keys(hostNames) as SiteName[];

/** Milliseconds the planted slow API takes; recorders call a request slow from 3000 ms on. */
export const slowAnswerMs = 3500;

/** Milliseconds the planted slow page takes; a page is slow beyond 4000. */
export const slowPageMs = 4500;
