import type { Page } from '@playwright/test';
import type { Origins } from '../config.ts';
import type { Item } from '../items/item.ts';
import { openGuide, searchFromHome } from './find-and-login.ts';
import type { WalkHooks, WalkResult } from './walk.ts';
import { createWalker } from './walker.ts';

/** Looks for an item and reads its guide, no more: what somebody does who checks what a portal says. */
export async function walkToGuide(
  page: Page,
  origins: Origins,
  of: { words: string; item: Item },
  hooks?: WalkHooks,
): Promise<WalkResult> {
  const walker = createWalker(page, hooks);
  await searchFromHome(walker, origins, of.words);
  await openGuide(walker, of.item);
  return walker.result('');
}
