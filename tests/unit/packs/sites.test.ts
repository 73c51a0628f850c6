import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findStageRule, hostMatches } from '../../../lib/model/site-profile.ts';
import { practiceAddresses } from './practice-addresses.ts';
import { readIndex, readSite, readSites } from './read-packs.ts';
import { realAddresses } from './real-addresses.ts';

const hostOf = (url: string) => new URL(url).host;

describe('the folder of site profiles', () => {
  it('lists every profile in its index', () => {
    const files = readdirSync(new URL('../../../public/sites/', import.meta.url));
    expect([...readIndex('sites'), 'index.json'].sort()).toEqual(files.sort());
  });

  it('gives every host to one portal only', () => {
    const hosts = readSites().flatMap((site) => [...site.hosts, ...site.identityHosts]);
    expect(hosts.filter((host, at) => hosts.indexOf(host) !== at)).toEqual([]);
  });
});

describe.each(readIndex('sites'))('site profile %s', (file) => {
  const site = readSite(file);

  it('is filed under its id and starts on one of its own hosts', () => {
    expect(file).toBe(`${site.id}.json`);
    expect(hostMatches(hostOf(site.startUrl ?? ''), site.hosts)).toBe(true);
    expect(findStageRule(site.startUrl ?? '', site)?.stage).toBe('find');
  });

  it('has only regular expressions that compile, none that fits any address', () => {
    const sources = [
      ...site.stageRules,
      ...site.safeParams.map(({ pathPattern }) => ({ pattern: pathPattern })),
    ];
    for (const { pattern } of sources) {
      expect(new RegExp(pattern).test('https://elsewhere.example/unknown')).toBe(false);
    }
  });

  it('keeps no parameter that carries a ticket or a person', () => {
    const kept = site.safeParams.flatMap(({ params }) => params);
    const telling = /ticket|token|session|sfzh|^xm$|name|phone|mobile|idcard|redirect|surl|goto/i;
    expect(kept.filter((param) => telling.test(param))).toEqual([]);
  });

  it('uses no selector that Chromium 102 cannot read', () => {
    const selectors = [...site.wizardSteps.map(({ selector }) => selector), ...site.submitSelectors];
    expect(selectors.filter((selector) => selector.includes(':has('))).toEqual([]);
  });

  it('has a name for every rule that would otherwise show the login page as its own title', () => {
    const logins = site.stageRules.filter((rule) => rule.stage === 'login' || rule.stage === 'register');
    expect(logins.filter((rule) => !rule.name)).toEqual([]);
  });
});

describe('known addresses', () => {
  const find = (id: string, url: string) => findStageRule(url, readSite(`${id}.json`));

  it.each(practiceAddresses)('practice portal: %s is %s, "%s"', (url, stage, name) => {
    expect(find('practice-portal', url)).toMatchObject({ stage, name });
  });

  it.each(realAddresses)('%s: %s is %s', (id, url, stage) => {
    expect(find(id, url)?.stage).toBe(stage);
  });

  it('knows the practice portal at any port', () => {
    const url = (port: number) => `http://zwfw.localhost:${port}/my`;
    for (const port of [4610, 53211]) expect(find('practice-portal', url(port))?.stage).toBe('progress');
  });

  it('leaves an unknown address of the portal to other means', () => {
    expect(find('practice-portal', 'http://zwfw.localhost:4610/nowhere')).toBeUndefined();
  });
});
