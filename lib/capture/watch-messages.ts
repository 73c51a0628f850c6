import { freshId, type Watcher } from './watcher.ts';

/** Where the common kits (Element, Ant Design, layui, iView, Bootstrap) show a passing error. */
const toasts =
  '.el-message--error,.el-message--warning,.el-notification.is-error,.ant-message-error,.ant-message-warning,' +
  '.ant-notification-notice-error,.layui-layer-msg,.ivu-message-error,.toast-error,.alert-danger,' +
  '[role=alert]:not([class*="success"],[class*="info"])';

/** Where they show that one field does not fit. */
const validations =
  '.el-form-item__error,.ant-form-item-explain-error,.ivu-form-item-error-tip,.invalid-feedback,.field-error,label.error';

/** In a document younger than this, ms, what is there already came with it: the server's answer to the step before. */
const cameWithItMs = 5000;

/** Error toasts and validation messages, each told once when it appears or when its words change. */
export const watchMessages: Watcher = (report, context, signal) => {
  const told = new WeakMap<Element, string>();
  const tell = (element: Element) => {
    const validation = element.matches(validations) || element.querySelector(validations) !== null;
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 300);
    if (!text || told.get(element) === text || !element.isConnected) return;
    told.set(element, text);
    report.incident({
      id: freshId(),
      at: Date.now(),
      kind: validation ? 'validation' : 'toast',
      message: context.privacy === 'full' ? context.redactText(text) : '',
      url: context.redactUrl(location.href),
    });
  };
  const both = `${toasts},${validations}`;
  const pending = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A message is often put in empty and filled a moment later, and a list of fields fails at once: look after 50 ms.
  const look = () => {
    timer = undefined;
    for (const element of pending) {
      if (element.parentElement?.closest(both) === null || element.matches(validations)) tell(element);
    }
    pending.clear();
  };
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      const target = record.target instanceof Element ? record.target : record.target.parentElement;
      const around = target?.closest(both);
      if (around) pending.add(around);
      for (const node of record.addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches(both)) pending.add(node);
        if (node.childElementCount) for (const inner of node.querySelectorAll(both)) pending.add(inner);
      }
    }
    if (pending.size && timer === undefined) timer = setTimeout(look, 50);
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  signal.addEventListener('abort', () => observer.disconnect());
  if (performance.now() < cameWithItMs) {
    for (const element of document.querySelectorAll(both))
      if (element.getClientRects().length) pending.add(element);
    if (pending.size) timer = setTimeout(look, 50);
  }

  let lastGroup = '';
  let lastAt = 0;
  document.addEventListener(
    'invalid',
    (event) => {
      const field = event.target as HTMLInputElement;
      // Every radio of a group is invalid at once: the walker sees one message.
      const group = field.type === 'radio' ? field.name : '';
      const now = performance.now();
      const again = group !== '' && group === lastGroup && now - lastAt < 100;
      [lastGroup, lastAt] = [group, now];
      if (again) return;
      report.incident({
        id: freshId(),
        at: Date.now(),
        kind: 'validation',
        message: context.privacy === 'full' ? context.redactText(field.validationMessage ?? '') : '',
        url: context.redactUrl(location.href),
        detail: 'native',
      });
    },
    { capture: true, passive: true, signal },
  );
};
