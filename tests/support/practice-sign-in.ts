import { applicant } from '../portal/people.ts';

type AnyPage = {
  waitForSelector(selector: string): Promise<unknown>;
  evaluate(work: string): Promise<unknown>;
};

/** Signs in at the practice portal's unified login as its invented applicant, in a page of either browser driver. */
export default async function practiceSignIn(page: AnyPage): Promise<void> {
  await page.waitForSelector('#captcha-answer');
  const { account, password } = applicant;
  const known = JSON.stringify({ account, password });
  await page.evaluate(`(() => {
    const field = (id) => document.getElementById(id);
    for (const [id, value] of Object.entries(${known})) field(id).value = value;
    field('captcha').value = field('captcha-answer').textContent;
    field('account').form.requestSubmit();
  })()`);
}
