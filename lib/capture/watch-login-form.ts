import { freshId, type Watcher } from './watcher.ts';

/** A password field that comes into view: the background decides whether it is a second login. */
export const watchLoginForm: Watcher = (report, context, signal) => {
  const look = () => {
    const field = document.querySelector<HTMLInputElement>('input[type=password]');
    if (!field || field.getClientRects().length === 0) return;
    observer.disconnect();
    report.incident({
      id: freshId(),
      at: Date.now(),
      kind: 'login-again',
      message: location.host,
      url: context.redactUrl(location.href),
    });
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, 300);
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', () => observer.disconnect());
  look();
};
