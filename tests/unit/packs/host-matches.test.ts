import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostMatches } from '../../../lib/model/site-profile.ts';

const host = fc.domain();
const label = fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/);
const port = fc.integer({ min: 1, max: 65535 });

describe('hostMatches', () => {
  it('accepts a named host at any port', () => {
    fc.assert(
      fc.property(
        host,
        port,
        (name, at) => hostMatches(name, [name]) && hostMatches(`${name}:${at}`, [name]),
      ),
    );
  });

  it('accepts only the port a pattern names', () => {
    fc.assert(
      fc.property(host, port, port, (name, at, other) => {
        expect(hostMatches(`${name}:${other}`, [`${name}:${at}`])).toBe(at === other);
      }),
    );
  });

  it('takes no subdomain for the host itself', () => {
    fc.assert(fc.property(host, label, (name, sub) => !hostMatches(`${sub}.${name}`, [name])));
  });

  it('takes any depth of subdomain, and the domain itself, for a starred pattern', () => {
    fc.assert(
      fc.property(host, fc.array(label, { maxLength: 4 }), port, (name, subs, at) => {
        expect(hostMatches(`${[...subs, name].join('.')}:${at}`, [`*.${name}`])).toBe(true);
      }),
    );
  });

  it('does not take a host that merely ends like the domain', () => {
    fc.assert(
      fc.property(host, label, (name, prefix) => !hostMatches(`${prefix}${name}`, [`*.${name}`, name])),
    );
  });

  it('needs one pattern of many, in whatever order', () => {
    fc.assert(
      fc.property(host, fc.array(host), (name, others) => {
        expect(hostMatches(name, [...others, name])).toBe(true);
        expect(hostMatches(name, others)).toBe(others.includes(name));
      }),
    );
  });
});
