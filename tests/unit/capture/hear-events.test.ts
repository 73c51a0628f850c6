import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { hearEvents } from '../../../lib/capture/hear-events.ts';

let page: EventTarget;
let listening: string[];
let life: AbortController;

beforeEach(() => {
  page = new EventTarget();
  listening = [];
  life = new AbortController();
  vi.stubGlobal('document', {});
  vi.stubGlobal('addEventListener', (kind: string, hear: EventListener) => {
    listening.push(kind);
    page.addEventListener(kind, hear);
  });
  vi.stubGlobal('removeEventListener', (kind: string, hear: EventListener) => {
    listening.splice(listening.indexOf(kind), 1);
    page.removeEventListener(kind, hear);
  });
});
afterEach(() => {
  life.abort();
  vi.unstubAllGlobals();
});

const press = () => page.dispatchEvent(new Event('click'));

it('tells all who ask, in that order, through one listener a kind', () => {
  const heard: string[] = [];
  hearEvents(['click', 'keydown'], ({ type }) => heard.push(`first ${type}`), life.signal);
  hearEvents(['click'], ({ type }) => heard.push(`second ${type}`), life.signal);
  press();
  page.dispatchEvent(new Event('keydown'));
  expect(heard).toEqual(['first click', 'second click', 'first keydown']);
  expect(listening).toEqual(['click', 'keydown']);
});

it('stops for each with its own signal, and listens no more when nobody is left', () => {
  const other = new AbortController();
  const heard: string[] = [];
  hearEvents(['click'], () => heard.push('first'), other.signal);
  hearEvents(['click'], () => heard.push('second'), life.signal);
  other.abort();
  press();
  expect(heard).toEqual(['second']);
  life.abort();
  press();
  expect(heard).toEqual(['second']);
  expect(listening).toEqual([]);
});

it('does not begin when it is over already', () => {
  life.abort();
  hearEvents(['click'], () => {}, life.signal);
  expect(listening).toEqual([]);
});

it('keeps telling the others when one of them fails', () => {
  const failed: unknown[] = [];
  vi.stubGlobal('reportError', (error: unknown) => failed.push(error));
  const heard = vi.fn();
  const broken = new Error('broken');
  hearEvents(
    ['click'],
    () => {
      throw broken;
    },
    life.signal,
  );
  hearEvents(['click'], heard, life.signal);
  press();
  expect(heard).toHaveBeenCalledTimes(1);
  expect(failed).toEqual([broken]);
});

it('tells where an event began inside a shadow root, and makes the path for no other', () => {
  const inner = {} as EventTarget;
  const path = vi.fn(() => [inner]);
  const origins: unknown[] = [];
  hearEvents(['click'], (_event, origin) => origins.push(origin), life.signal);
  const event = Object.assign(new Event('click'), { composedPath: path });
  page.dispatchEvent(event);
  expect(origins).toEqual([page]);
  expect(path).not.toHaveBeenCalled();
  Object.assign(page, { shadowRoot: {} });
  page.dispatchEvent(Object.assign(new Event('click'), { composedPath: path }));
  expect(origins[1]).toBe(inner);
});

it('what is done in our own bar is told to nobody', () => {
  const heard: string[] = [];
  hearEvents(['keydown'], ({ type }) => heard.push(type), life.signal);
  const bar = { target: { hasAttribute: (name: string) => name === 'data-zyb-bar' } };
  page.dispatchEvent(Object.defineProperty(new Event('keydown'), 'target', { value: bar.target }));
  expect(heard).toEqual([]);
  page.dispatchEvent(new Event('keydown'));
  expect(heard).toEqual(['keydown']);
});
