import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { mountBar } from '../components/in-page-bar/in-page-bar.ts';
import { frameKin } from '../lib/capture/frame-kin.ts';
import { startRecorder } from '../lib/capture/start-recorder.ts';
import { freshId } from '../lib/capture/watcher.ts';
import { onMessage, removeAllListeners, sendMessage } from '../lib/messages.ts';
import { isPersonalLabel, redactEvent, redactText, redactUrl, sensitiveRanges } from '../lib/redact/index.ts';

/** Isolated world, in every frame of a session's tabs, only while a session is open. */
export default defineUnlistedScript({
  globalName: false,
  async main() {
    const here = globalThis as unknown as { zybRecorder?: boolean };
    const kin = frameKin();
    if (here.zybRecorder || kin === 'ignore') return;
    here.zybRecorder = true;
    const token = freshId();
    const top = window === window.top;
    const hello = { token, url: location.href, title: document.title, top, replays: kin === 'own-stream' };
    const orders = await sendMessage('helloFromFrame', hello).catch(() => null);
    if (!orders) {
      here.zybRecorder = false;
      document.dispatchEvent(new CustomEvent('zyb:stop'));
      return;
    }
    const urlRules = { safeParams: orders.safeParams };
    const redact = {
      text: redactText,
      url: (url: string) => redactUrl(url, urlRules),
      event: <E extends { type: number; timestamp: number }>(event: E) =>
        redactEvent(event as never, { urlRules }) as unknown as { event: E; found: Record<string, number> },
      ranges: sensitiveRanges,
      personalLabel: (label: string) => isPersonalLabel(label) !== undefined,
    };
    const recorder = orders.identity
      ? undefined
      : startRecorder({
          orders, token, kin, redact,
          async send({ seq, json }) {
            const answer = await sendMessage('keepBatch', { stream: orders.stream, seq, json });
            return 'kept' in answer ? 'kept' : 'gone';
          },
        });
    const bar = top ? await showBar() : undefined;
    const stop = () => {
      recorder?.stop();
      bar?.remove();
      here.zybRecorder = false;
      removeAllListeners();
    };
    onMessage('stopRecording', stop);
    onMessage('setPaused', ({ data }) => recorder?.setPaused(data));
    onMessage('takeCheckout', () => recorder?.checkout());
    onMessage('measureFrame', () => recorder?.measure() ?? null);
    onMessage('hideBar', ({ data }) => bar?.setHidden(data));
    onMessage('openTagging', () => bar?.openTagging());
    onMessage('walkChanged', ({ data }) => bar?.update(data));
  },
});

async function showBar() {
  if (!document.documentElement) await new Promise((resolve) => setTimeout(resolve));
  const bar = mountBar({
    document,
    text: (key, ...values) => browser.i18n.getMessage(key.replaceAll('.', '_') as never, values.map(String)),
    readDimensions: async () => (await sendMessage('readBar', undefined))?.dimensions ?? [],
    onTag: (tag) => sendMessage('tagPainPoint', tag),
    onUntag: (id) => sendMessage('untagPainPoint', id),
    onPause: () => sendMessage('pauseWalk', ''),
    onResume: () => sendMessage('resumeWalk', undefined),
    onFinish: () => sendMessage('finishWalk', 'unknown'),
  } as Parameters<typeof mountBar>[0]);
  const first = await sendMessage('readBar', undefined).catch(() => null);
  if (first) bar.update(first.state);
  return bar;
}
