import type { FrameLocator, Locator } from '@playwright/test';
import { applicant, employer } from '../people.ts';
import { photo, scan } from './files.ts';
import type { Walker } from './walker.ts';

const uploads = ['居民身份证扫描件', '终止或解除劳动关系证明', '户口簿首页及本人页扫描件'];

interface WizardWalk {
  walker: Walker;
  frame: FrameLocator;
}

const item = ({ frame }: WizardWalk, label: string): Locator =>
  frame.locator('.el-form-item', { has: frame.locator('.el-form-item__label', { hasText: label }) });

const fill = (walk: WizardWalk, label: string, text: string) =>
  walk.walker.type(item(walk, label).locator('input'), text);

const button = ({ frame }: WizardWalk, name: string) => frame.getByRole('button', { name, exact: true });

const next = (walk: WizardWalk) => walk.walker.click(button(walk, '下一步'));

const atStep = ({ frame }: WizardWalk, title: string) =>
  frame.locator('.step-title', { hasText: title }).waitFor();

async function choose(walk: WizardWalk, label: string, option: string): Promise<void> {
  const { walker, frame } = walk;
  await walker.click(item(walk, label).locator('.el-select__wrapper'));
  await walker.click(frame.getByRole('option', { name: option, exact: true }));
}

async function walkNotice(walk: WizardWalk): Promise<void> {
  const { walker, frame } = walk;
  await atStep(walk, '办理须知');
  await walker.at('wizard-1');
  await walker.click(button(walk, '测算可领金额'));
  const answered = walker.page.waitForResponse('**/api/jobs/recommend');
  await walker.click(button(walk, '为我推荐岗位'));
  await answered;
  await walker.click(frame.locator('.el-checkbox'));
  await next(walk);
}

async function walkApplicant(walk: WizardWalk): Promise<void> {
  const { walker, frame } = walk;
  await atStep(walk, '申请人信息');
  await walker.at('slow-wait');
  await frame.locator('.el-descriptions').waitFor();
  await frame.locator('.el-loading-mask').waitFor({ state: 'hidden' });
  await walker.at('wizard-2');
  await fill(walk, '手机号码', applicant.phone);
  await fill(walk, '电子邮箱', applicant.email);
  await choose(walk, '文化程度', '大专');
  await next(walk);
}

async function fillBenefit(walk: WizardWalk): Promise<void> {
  const { walker, frame } = walk;
  await fill(walk, '原单位信用代码', employer.creditCode);
  await walker.click(item(walk, '失业日期').locator('input'));
  const panel = frame.locator('.el-picker-panel:visible');
  await walker.click(panel.getByRole('button', { name: '上个月' }));
  await walker.click(panel.locator('td.available', { hasText: '15' }));
  await choose(walk, '失业原因', '劳动合同期满终止');
  await choose(walk, '开户银行', applicant.bankName);
  await fill(walk, '银行卡号', applicant.bankCard);
}

/** Fills the step, is refused once, goes on, looks back, and finds everything gone. */
async function walkBenefit(walk: WizardWalk): Promise<void> {
  const { walker, frame } = walk;
  await atStep(walk, '失业保险金');
  await walker.at('wizard-3');
  await fillBenefit(walk);
  await next(walk);
  await frame.locator('.el-form-item__error').waitFor();
  await walker.at('validation');
  await next(walk);
  await atStep(walk, '培训与就业');
  await walker.at('wizard-4');
  await walker.click(button(walk, '上一步'));
  await atStep(walk, '失业保险金');
  await walker.at('draft-lost');
  await fillBenefit(walk);
  await next(walk);
}

async function walkTraining(walk: WizardWalk): Promise<void> {
  const { walker, frame } = walk;
  await atStep(walk, '培训与就业');
  await choose(walk, '意向岗位', '养老护理');
  await walker.click(frame.locator('.el-radio', { hasText: '养老护理员' }));
  await fill(walk, '联系手机', applicant.phone);
  await fill(walk, '补贴账户银行卡', applicant.bankCard);
  await walker.click(button(walk, '保存草稿'));
  await frame.locator('.el-message--success').waitFor();
  await next(walk);
}

async function walkMaterials(walk: WizardWalk): Promise<void> {
  const { walker, frame } = walk;
  await atStep(walk, '材料上传');
  await walker.at('wizard-5');
  const chooserButton = (name: string) => frame.getByLabel(`上传${name}`, { exact: true });
  await walker.upload(chooserButton('居民身份证扫描件'), photo);
  await frame.locator('.el-message--error', { hasText: '文件格式' }).waitFor();
  await walker.at('file-rejected');
  for (const name of uploads) {
    await walker.upload(chooserButton(name), scan(name));
    await frame.locator('.uploaded', { hasText: name }).waitFor();
  }
  await next(walk);
}

async function submit(walk: WizardWalk): Promise<void> {
  const { walker, frame } = walk;
  await walker.click(button(walk, '提交申请'));
  await walker.click(frame.locator('.el-message-box').getByRole('button', { name: '确定' }));
  await frame.locator('.el-message-box').waitFor({ state: 'hidden' });
}

/** All six steps in the iframe; answers the case number. */
export async function walkWizard(walker: Walker): Promise<string> {
  const frame = walker.page.frameLocator('#formiframe');
  const walk = { walker, frame };
  await walkNotice(walk);
  await walkApplicant(walk);
  await walkBenefit(walk);
  await walkTraining(walk);
  await walkMaterials(walk);
  await atStep(walk, '确认提交');
  await walker.at('wizard-6');
  await submit(walk);
  await frame.locator('.el-message--error', { hasText: '系统繁忙' }).waitFor();
  await walker.at('submit-failed');
  await submit(walk);
  const caseNo = await frame.locator('#case-no').innerText();
  await walker.at('submitted');
  return caseNo;
}
