import type { Origins, SiteName } from './config.ts';
import { crossRegion } from './items/cross-region.ts';
import { reemployment } from './items/reemployment.ts';
import { applicant, oldAccount } from './people.ts';

/** A browser of sorts for tests: cookies per site, no redirects followed unless asked. */
export interface PortalClient {
  /** Ticket of the wizard opened by `signIn`. */
  ticket: string;
  /** A case filed on the old site by `signInToOldSite`. */
  caseNo: string;
  get(site: SiteName, path: string): Promise<Response>;
  post(site: SiteName, path: string, body: unknown): Promise<Response>;
  /** Redirects followed over all sites, at most ten. */
  follow(site: SiteName, path: string): Promise<Response>;
  /** Logs in for the reemployment item and opens its wizard. */
  signIn(): Promise<void>;
  signInToOldSite(): Promise<void>;
}

const asForm = (fields: Record<string, string>) => new URLSearchParams(fields);

/** Node does not resolve `*.localhost` everywhere, so requests go to the address itself. */
const loopback = (url: URL) => `http://127.0.0.1:${url.port}${url.pathname}${url.search}`;

export function createClient(origins: Origins): PortalClient {
  const cookies = new Map<string, string>();

  async function send(url: URL, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    const cookie = cookies.get(url.host);
    if (cookie) headers.set('cookie', cookie);
    if (client.ticket) headers.set('x-ticket', client.ticket);
    const response = await fetch(loopback(url), { ...init, headers, redirect: 'manual' });
    const set = response.headers.getSetCookie()[0];
    if (set) cookies.set(url.host, set.split(';')[0] ?? '');
    return response;
  }

  async function followFrom(start: URL): Promise<Response> {
    let url = start;
    for (let hops = 0; hops < 10; hops += 1) {
      const response = await send(url);
      const location = response.headers.get('location');
      if (!location) return response;
      url = new URL(location, url);
    }
    throw new Error(`too many redirects from ${start.href}`);
  }

  async function login(service: string): Promise<string> {
    const page = await (await client.get('login', `/login?service=${encodeURIComponent(service)}`)).text();
    const find = (pattern: RegExp) => pattern.exec(page)?.[1] ?? '';
    const { account, password } = applicant;
    const answer = await client.post(
      'login',
      '/login',
      asForm({
        account,
        password,
        service,
        captcha: find(/id="captcha-answer">(\w+)/),
        captchaId: find(/name="captchaId" value="([^"]+)/),
      }),
    );
    return (await followFrom(new URL(answer.headers.get('location') ?? ''))).text();
  }

  const client: PortalClient = {
    ticket: '',
    caseNo: '',
    get: (site, path) => send(new URL(path, origins[site])),
    post: (site, path, body) =>
      send(new URL(path, origins[site]), {
        method: 'POST',
        body: body instanceof URLSearchParams || body instanceof FormData ? body : JSON.stringify(body),
      }),
    follow: (site, path) => followFrom(new URL(path, origins[site])),
    async signIn() {
      const page = await login(`${origins.portal}/handle/${reemployment.code}`);
      client.ticket = /ticket=([\w-]+)/.exec(page)?.[1] ?? '';
    },
    async signInToOldSite() {
      const { account, password } = oldAccount;
      await client.post('old', '/login.do', asForm({ userid: account, passwd: password }));
      const filed = await client.post('old', '/transfer/submit.do', {});
      client.caseNo = (await filed.json()).no;
      if (!client.caseNo.startsWith(crossRegion.code)) throw new Error('the old site filed no case');
    },
  };
  return client;
}
