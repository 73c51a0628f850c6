import { randomInt, randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import type { Html } from '../site.ts';
import type { PortalState } from '../state.ts';

const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

export interface Captcha {
  id: string;
  answer: string;
}

export function makeCaptcha({ captchas }: PortalState): Captcha {
  const answer = Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  const id = randomUUID();
  captchas.set(id, answer);
  return { id, answer };
}

/** True once per captcha, for its own answer in either case. */
export function checkCaptcha({ captchas }: PortalState, id: string, answer: string): boolean {
  const expected = captchas.get(id);
  captchas.delete(id);
  return expected !== undefined && expected === answer.trim().toUpperCase();
}

/** The letters as a crooked picture. */
export function captchaPicture(answer: string): Html {
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40" viewBox="0 0 120 40">
  <rect width="120" height="40" fill="#eef3fa"/>
  <path d="M0 12C30 30 60 2 120 26M0 34C40 8 80 38 120 10" stroke="#9db6d8" fill="none"/>
  ${[...answer].map(
    (letter, index) => html`<text x="${14 + index * 26}" y="28" font-size="24" font-family="serif"
    fill="#2a4f8f" transform="rotate(${index % 2 ? 14 : -12} ${20 + index * 26} 22)">${letter}</text>`,
  )}
</svg>`;
}
