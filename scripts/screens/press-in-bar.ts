import type { CDPSession, Page } from '@playwright/test';

type Node = {
  nodeId: number;
  nodeName: string;
  nodeValue: string;
  children?: Node[];
  shadowRoots?: Node[];
  contentDocument?: Node;
};

const textOf = (node: Node): string => node.nodeValue + (node.children ?? []).map(textOf).join('');

function* buttonsIn(node: Node): Generator<Node> {
  if (node.nodeName === 'BUTTON') yield node;
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) yield* buttonsIn(child);
}

function findBar(node: Node): Node | undefined {
  const attributes = (node as Node & { attributes?: string[] }).attributes;
  if (attributes?.includes('data-zyb-bar')) return node;
  for (const child of node.children ?? []) {
    const found = findBar(child);
    if (found) return found;
  }
  return undefined;
}

async function findButton(cdp: CDPSession, label: string): Promise<Node | undefined> {
  const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
  const bar = findBar(root);
  return bar && [...buttonsIn(bar)].find((button) => textOf(button).includes(label));
}

function* fieldsIn(node: Node & { attributes?: string[] }): Generator<Node & { attributes?: string[] }> {
  if (node.nodeName === 'TEXTAREA') yield node;
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) yield* fieldsIn(child);
}

/** Types into a field of the in-page bar, which stays the one that has the keyboard. */
export async function typeInBar(page: Page, label: string, words: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
    const bar = findBar(root);
    const field = bar && [...fieldsIn(bar)].find(({ attributes }) => attributes?.includes(label));
    if (!field) throw new Error(`the bar has no field "${label}"`);
    await cdp.send('DOM.focus', { nodeId: field.nodeId });
    await page.keyboard.insertText(words);
  } finally {
    await cdp.detach();
  }
}

/** Presses a button of the in-page bar with the mouse, where it is: its shadow root is closed to selectors. */
export async function pressInBar(page: Page, label: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  try {
    for (let tries = 0; tries < 50; tries += 1) {
      const button = await findButton(cdp, label);
      const box =
        button && (await cdp.send('DOM.getBoxModel', { nodeId: button.nodeId }).catch(() => undefined));
      const [x, y, , , right, bottom] = box?.model.content ?? [];
      if (x !== undefined && y !== undefined && right !== undefined && bottom !== undefined) {
        return await page.mouse.click((x + right) / 2, (y + bottom) / 2);
      }
      await page.waitForTimeout(100);
    }
    throw new Error(`the bar has no button "${label}"`);
  } finally {
    await cdp.detach();
  }
}
