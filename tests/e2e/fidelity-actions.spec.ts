import { expect, type Page, test } from '@playwright/test';
import { type FidelityWalk, startFidelityWalk } from '../support/fidelity-walk.ts';

/** What a person does is recorded, whatever the page does meanwhile to its window, its events or what was pressed. */
let walk: FidelityWalk;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  walk = await startFidelityWalk();
  const { page, portal, note } = walk;
  const open = async (name: string) => {
    await page.goto(`${portal.origins.portal}/fidelity/${name}`);
    // The walk's bar comes once the recorder runs.
    await expect(page.locator('[data-zyb-bar]')).toHaveCount(1);
  };
  const popup = async () => {
    const opening = page.context().waitForEvent('page');
    await page.locator('#open').click();
    const opened = await begun(opening);
    await opened.locator('#unit').click();
    await opened.keyboard.type('人社局');
    return opened;
  };
  await walk.try('closing', async () => {
    await open('opens-closing');
    const first = await popup();
    await Promise.all([first.waitForEvent('close'), first.locator('#done').click()]);
    const second = await popup();
    // The key comes up where there is no window any more.
    await Promise.all([second.waitForEvent('close'), second.keyboard.press('Enter').catch(() => undefined)]);
    await note('closing');
  });
  await walk.try('layer', async () => {
    await open('layer');
    await page.locator('#open').click();
    const code = page.frameLocator('#layer').locator('#code');
    await code.click();
    await page.keyboard.type('8421');
    await page.keyboard.press('Enter');
    await expect(page.locator('#place')).toHaveText('弹层关了');
    await note('layer');
  });
  await walk.try('in-roots', async () => {
    await open('in-roots');
    const inside = page.locator('#open');
    const away = await awayFrom(page);
    await inside.locator('#box').click();
    await inside.locator('#way').focus();
    await page.keyboard.press('ArrowDown');
    await inside.locator('#yes').click();
    await inside.locator('#words').click();
    await page.keyboard.type('加急办理');
    await inside.locator('#file').setInputFiles(import.meta.filename);
    await inside.locator('#go').click();
    await note('in-roots open');
    for (const id of ['#box', '#yes', '#words']) await pressBeside(page, inside.locator(id), away);
    await page.keyboard.type('邮寄到家');
    await pressBeside(page, inside.locator('#go'), away);
    await note('in-roots closed');
  });
  await walk.try('stopping', async () => {
    await open('stopping');
    await page.locator('#box').click();
    await page.locator('#words').click();
    await page.keyboard.type('zhang');
    await page.locator('#go').click();
    await note('stopping');
  });
  await walk.try('on-down', async () => {
    await open('on-down');
    await page.locator('#one').click();
    await expect(page.locator('#said')).toHaveText('选了失业登记');
    await page.locator('#gone').click({ noWaitAfter: true });
    await expect(page.locator('#said')).toHaveText('展开了');
    await note('on-down');
  });
  await walk.try('written-by-script', async () => {
    await open('written-by-script');
    // Whatever asks the page something is a press to it.
    await new Promise((go) => setTimeout(go, 10_000));
    await expect(page.locator('#rich')).toHaveText(/7/);
    await page.locator('#spoken').focus();
    await new Promise((go) => setTimeout(go, 5500));
    await page.keyboard.insertText('语音输入的话');
    await page.locator('#key').click();
    await page.keyboard.press('Tab');
    await note('written-by-script');
  });
  await walk.try('labels', async () => {
    await open('labels');
    await page.locator('#mixed').click();
    await page.locator('#own').focus();
    await page.keyboard.press('Space');
    await page.locator('#plain').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#said')).toHaveText('3');
    await page.locator('#find').click();
    await page.keyboard.type('社保');
    await page.keyboard.press('Enter');
    await expect(page.locator('#said')).toHaveText('4');
    const opening = page.context().waitForEvent('page');
    await page.locator('#link').click({ button: 'middle' });
    await (await opening).close();
    await page.locator('#find').click();
    await page.keyboard.type('医保局');
    await walk.panel.getByRole('button', { name: '暂停', exact: true }).click();
    await walk.panel.getByRole('button', { name: '继续' }).click();
    await walk.panel.getByText('正在记录').waitFor();
    await note('labels');
  });
  await walk.try('entered', async () => {
    await open('entered');
    for (const id of ['#way', '#plain', '#send', '#more', '#other', '#kept']) {
      await page.locator(id).focus();
      await page.keyboard.press('Enter');
    }
    await expect(page.locator('#said')).toHaveText('123456');
    await note('entered');
  });
  await walk.finish();
});

test.afterAll(async () => walk?.close());

const begun = async (opening: Promise<Page>) => {
  const opened = await opening;
  await expect(opened.locator('[data-zyb-bar]')).toHaveCount(1);
  return opened;
};

/** From a place in the open component to the same place in the closed one. */
async function awayFrom(page: Page): Promise<number> {
  const [open, closed] = await Promise.all(['#open', '#closed'].map((id) => page.locator(id).boundingBox()));
  return (closed?.y ?? 0) - (open?.y ?? 0);
}

async function pressBeside(page: Page, inside: ReturnType<Page['locator']>, away: number): Promise<void> {
  const box = await inside.boundingBox();
  if (!box) throw new Error('nothing is shown there');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2 + away);
}

/** What was done on the page with this address: kind, label, and length of what was typed. */
async function doneOn(name: string): Promise<string[]> {
  const rows = (await walk.rows('actions')).filter(
    ({ url }) => new URL(url).pathname === `/fidelity/${name}`,
  );
  return rows.map(({ kind, label, value }) => {
    const { length, key, checked } = (value ?? {}) as { length?: number; key?: string; checked?: boolean };
    return [kind, label, length ?? key ?? checked].filter((each) => each !== undefined).join(' ');
  });
}

test('what is typed and pressed right before a window closes itself is recorded', async () => {
  walk.moment('closing');
  expect(await doneOn('closing')).toEqual([
    'click 单位名称',
    'type 单位名称 3',
    'click 选定并关闭',
    'click 单位名称',
    'type 单位名称 3',
    'key 单位名称 Enter',
  ]);
});

test('what is typed in a frame that a key takes away is recorded', async () => {
  walk.moment('layer');
  expect(await doneOn('layer-inside')).toEqual(['click 验证内容', 'type 验证内容 4', 'key 验证内容 Enter']);
});

test('what is ticked, chosen, typed and pressed in shadow roots is recorded', async () => {
  walk.moment('in-roots closed');
  const done = await doneOn('in-roots');
  expect(done.slice(0, 6)).toEqual([
    'check 本人办理 true',
    'select 领取方式 4',
    'check 是 true',
    'click 备注',
    'type 备注 4',
    'upload 材料',
  ]);
  expect(done.slice(6)).toEqual([
    'click 提交',
    'check 本人办理 true',
    'check 是 true',
    'click 备注',
    'type 备注 4',
    'click 提交',
  ]);
});

test('what is ticked, chosen and typed in shadow roots is in the replay', async () => {
  const frame = await walk.look('in-roots closed');
  for (const id of ['open', 'closed']) {
    const field = (inner: string) =>
      frame.locator(`#${id}`).evaluate((host, of) => {
        const found = host.shadowRoot?.querySelector(of) as HTMLInputElement | null;
        return found && { checked: found.checked, value: found.value };
      }, inner);
    expect(await field('#box'), id).toMatchObject({ checked: true });
    expect(await field('#yes'), id).toMatchObject({ checked: true });
    expect((await field('#words'))?.value, id).toHaveLength(4);
  }
});

test('what a page stops at its window is recorded and in the replay', async () => {
  walk.moment('stopping');
  expect(await doneOn('stopping')).toEqual([
    'check 已阅读 true',
    'click 姓名拼音',
    'type 姓名拼音 5',
    'click 下一步',
  ]);
  const frame = await walk.look('stopping');
  await expect(frame.locator('#box')).toBeChecked();
  expect(await frame.locator('#words').inputValue()).toHaveLength(5);
});

test('what is gone as soon as the pointer is down is told by what it was', async () => {
  walk.moment('on-down');
  expect(await doneOn('on-down')).toEqual(['click 失业登记', 'click 展开更多']);
});

test('what a script writes is told as nobody’s typing, what is spoken and pressed on a keyboard of the page is', async () => {
  walk.moment('written-by-script');
  expect(await doneOn('written-by-script')).toEqual(['type 说出来的 6', 'click 7', 'type 点出来的 1']);
});

test('labels have no source text, what acts is told once, also by keys, the middle button, and when a pause comes in between', async () => {
  walk.moment('labels');
  expect(await doneOn('labels')).toEqual([
    'click 请确认',
    'key 展开说明 Space',
    'click 查询',
    'click 关键词',
    'type 关键词 2',
    'key 关键词 Enter',
    'submit 搜索',
    'click 另开一页',
    'click 关键词',
    'type 关键词 5',
  ]);
});

test('Enter on a link or a button is the click that the browser makes of it, and a key where the page keeps it from that', async () => {
  walk.moment('entered');
  expect((await doneOn('entered')).filter((each) => !each.startsWith('submit'))).toEqual([
    'click 办事指南',
    'click 重新选择',
    'click 搜索',
    'click 更多条件',
    'key 编号 Enter',
    'key 另一件事 Enter',
  ]);
});
