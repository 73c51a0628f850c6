import type { Origins } from '../config.ts';
import type { Item } from '../items/item.ts';
import { applicant } from '../people.ts';
import type { Walker } from './walker.ts';

/** Sign-ins of an earlier walk in the same browser would spare this one its logins. */
async function forgetSignIns({ page }: Walker, { portal, old }: Origins): Promise<void> {
  for (const origin of [portal, old]) {
    await page.context().clearCookies({ domain: new URL(origin).hostname });
  }
}

/** Home as a stranger, search from the banner with these words. */
export async function searchFromHome(walker: Walker, origins: Origins, words: string): Promise<void> {
  const { page } = walker;
  await forgetSignIns(walker, origins);
  await page.goto(`${origins.portal}/`);
  await walker.at('home');
  await walker.type(page.locator('#home-search'), words);
  await walker.click(page.locator('.banner-search button'));
  await page.waitForURL('**/search?*');
}

/** Searches again on the result page. */
export async function searchAgain(walker: Walker, words: string): Promise<void> {
  const { page } = walker;
  await walker.type(page.locator('#search-words'), words);
  await walker.click(page.locator('.inner-search button'));
  await page.locator('.results').waitFor();
}

export async function openGuide(walker: Walker, item: Item): Promise<void> {
  const { page } = walker;
  await walker.at('search');
  await walker.click(page.locator('.result h2 a', { hasText: item.name }));
  await page.waitForURL(`**/guide/${item.code}`);
  await walker.at('guide');
}

/** Fills the unified login; a wrong captcha leaves the login page with its refusal. */
export async function login(walker: Walker, captcha: 'right' | 'wrong'): Promise<void> {
  const { page } = walker;
  await page.waitForURL('**/login*');
  const answer = captcha === 'right' ? await page.locator('#captcha-answer').innerText() : '0000';
  await walker.type(page.locator('#account'), applicant.account);
  await walker.type(page.locator('#password'), applicant.password);
  await walker.type(page.locator('#captcha'), answer);
  await walker.click(page.getByRole('button', { name: '登 录' }));
}
