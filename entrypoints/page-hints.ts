import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/**
 * Runs in the page's world and only hints: "a value was set by script here", "a rule was inserted", "an error was
 * thrown", "alert was called". The recorder reads the truth itself and treats every hint as untrusted. Nothing is imported
 * but WXT's own definition.
 * Takes itself back when no recorder answers within three seconds, or when told to stop.
 */
export default defineUnlistedScript({
  globalName: false,
  main() {
    const mark = Symbol.for('zyb.hints');
    const root = window as unknown as Record<symbol, boolean>;
    if (root[mark]) return;
    root[mark] = true;
    const undo: (() => void)[] = [];
    let on = true;
    const dispatch = EventTarget.prototype.dispatchEvent;
    const CustomEventHere = CustomEvent;
    const hint = (target: EventTarget, kind: string, detail = '') => {
      if (!on) return;
      try {
        dispatch.call(target, new CustomEventHere('zyb:hint', { detail: kind + ':' + detail }));
      } catch {}
    };
    const setter = (proto: object, name: string) => {
      const old = Object.getOwnPropertyDescriptor(proto, name);
      if (!old?.set) return;
      const set = old.set;
      Object.defineProperty(proto, name, {
        ...old,
        set(this: EventTarget, value: unknown) {
          set.call(this, value);
          hint(this, 'value');
        },
      });
      undo.push(() => Object.defineProperty(proto, name, old));
    };
    setter(HTMLInputElement.prototype, 'value');
    setter(HTMLInputElement.prototype, 'checked');
    setter(HTMLTextAreaElement.prototype, 'value');
    setter(HTMLSelectElement.prototype, 'value');
    setter(HTMLSelectElement.prototype, 'selectedIndex');

    const wrap = <T extends object>(
      proto: T,
      name: keyof T & string,
      before: (self: any, args: any[]) => void,
      after = before,
    ) => {
      const old = proto[name] as unknown as (...args: unknown[]) => unknown;
      if (typeof old !== 'function') return;
      const now = function (this: unknown, ...args: unknown[]) {
        if (before !== after) before(this, args);
        const result = old.apply(this, args);
        after(this, args);
        return result;
      };
      proto[name] = now as unknown as T[keyof T & string];
      undo.push(() => {
        if ((proto[name] as unknown) === now) proto[name] = old as unknown as T[keyof T & string];
      });
    };
    const sheet = CSSStyleSheet.prototype;
    wrap(sheet, 'insertRule', (self, args) =>
      hint(self.ownerNode ?? document, 'rule-in', String(args[1] ?? 0)),
    );
    wrap(sheet, 'deleteRule', (self, args) =>
      hint(self.ownerNode ?? document, 'rule-out', String(args[0] ?? 0)),
    );
    wrap(sheet, 'replaceSync', () => hint(document, 'css'));
    wrap(sheet, 'replace', () => hint(document, 'css'));
    wrap(CSSStyleDeclaration.prototype, 'setProperty', (self) => {
      if (self.parentRule) hint(document, 'css');
    });
    wrap(Element.prototype, 'attachShadow', (self) => hint(self, 'shadow'));
    const adopt = Object.getOwnPropertyDescriptor(Document.prototype, 'adoptedStyleSheets');
    if (adopt?.set) {
      const set = adopt.set;
      Object.defineProperty(Document.prototype, 'adoptedStyleSheets', {
        ...adopt,
        set(this: Document, value) {
          set.call(this, value);
          hint(document, 'css');
        },
      });
      undo.push(() => Object.defineProperty(Document.prototype, 'adoptedStyleSheets', adopt));
    }
    for (const kind of ['alert', 'confirm', 'prompt'] as const) {
      wrap(
        window as any,
        kind,
        (_self, args) => hint(document, 'dialog', kind + ':' + String(args[0] ?? '').slice(0, 500)),
        () => {},
      );
    }
    const onError = (event: ErrorEvent) => {
      if (event.error === undefined && !event.message) return;
      const stack = String(event.error?.stack ?? '').slice(0, 1500);
      hint(
        document,
        'error',
        JSON.stringify([String(event.message).slice(0, 500), event.filename, event.lineno, stack]),
      );
    };
    const onRejection = (event: PromiseRejectionEvent) => {
      const reason = event.reason as { message?: unknown; stack?: unknown } | undefined;
      const message = String(reason?.message ?? reason).slice(0, 500);
      hint(
        document,
        'rejection',
        JSON.stringify([message, '', 0, String(reason?.stack ?? '').slice(0, 1500)]),
      );
    };
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onRejection);
    const stop = () => {
      on = false;
      delete root[mark];
      for (const each of undo.reverse()) each();
      removeEventListener('error', onError);
      removeEventListener('unhandledrejection', onRejection);
      document.removeEventListener('zyb:stop', stop);
    };
    const timer = setTimeout(stop, 3000);
    document.addEventListener('zyb:go', () => clearTimeout(timer), { once: true });
    document.addEventListener('zyb:stop', stop);
  },
});
