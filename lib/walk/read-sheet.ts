import { type FetchedAsset, mostBytes, NotKept } from './fetch-asset.ts';
import { inTime } from './with-limit.ts';

/** The frame in which an asset was met, and its document's encoding where that is not UTF-8. */
export type SeenIn = { tab: number; frame: number; charset?: string | undefined };

/** A page that does not answer by then is gone or busy, ms. */
const patience = 5000;

/**
 * Reads a style sheet's text: from its server, or, where that does not give it out again, from the page that shows it.
 * Throws NotKept with the server's reason when neither has it.
 */
export function createSheetReader(dependencies: {
  ask(url: string): Promise<FetchedAsset>;
  decode(bytes: Uint8Array, contentType: string, around?: string): string;
  /** The rules as the page holds them; null where the browser does not let it read them. */
  askPage(tab: number, frame: number, url: string): Promise<string | null>;
}) {
  const { ask, decode, askPage } = dependencies;
  return async (url: string, seenIn: SeenIn | undefined): Promise<{ css: string; url: string }> => {
    try {
      const { bytes, type, url: from } = await ask(url);
      return { css: decode(bytes, type, seenIn?.charset), url: from };
    } catch (error) {
      const isGone = error instanceof NotKept && (error.why === 'failed' || error.why === 'refused');
      if (!isGone || !seenIn) throw error;
      const text = await inTime(askPage(seenIn.tab, seenIn.frame, url), patience).catch(() => null);
      if (typeof text !== 'string' || !text || text.length > mostBytes.style) throw error;
      return { css: text, url };
    }
  };
}
