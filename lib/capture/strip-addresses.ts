import type { BatchContent } from '../messages.ts';

/**
 * A batch as it may lie on disk for a while: assets' addresses out of which something would have to be masked go,
 * and the asset is then told as not finished. Everything else in it is redacted already.
 */
export function stripAddresses(json: string, redactUrl: (url: string) => string): string {
  if (json.includes('"assets":[]')) return json;
  const content = JSON.parse(json) as BatchContent;
  const mayStay = (url: string | undefined) => url === undefined || redactUrl(url) === url;
  const assets = content.assets.map((asset) => ({
    ...asset,
    url: mayStay(asset.url) ? asset.url : '',
    base: mayStay(asset.base) ? asset.base : undefined,
  }));
  return JSON.stringify({ ...content, assets });
}
