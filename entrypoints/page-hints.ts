import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/**
 * Runs in the page's world and only hints: "a value was set by script here", "a rule was inserted", "an error was
 * thrown", "alert was called". The recorder reads the truth itself and treats every hint as untrusted. Nothing is imported
 * but WXT's own definition. What it needs of the page is taken at the beginning, because pages replace it.
 * Takes itself back when no recorder answers within three seconds, or when told to stop. A page that was written anew
 * (`document.open`) has lost its listeners: then a second copy takes the first one's place.
 */
export default defineUnlistedScript({
  globalName: false,
  main() {
    const mark = Symbol.for('zyb.hints');
    const root = window as any;
    const doc = document;
    const { apply, construct } = Reflect;
    const { defineProperty, getOwnPropertyDescriptor, keys } = Object;
    const { addEventListener: add, removeEventListener: remove, dispatchEvent } = EventTarget.prototype;
    const CustomEventHere = CustomEvent;
    const MouseEventHere = MouseEvent;
    const ProxyHere = Proxy;
    const later = setTimeout;
    const call = (target: EventTarget, type: string, detail = ''): boolean =>
      apply(dispatchEvent, target, [new CustomEventHere(type, { detail, composed: true, cancelable: true })]);
    // Whoever still listens says so.
    if (root[mark]) {
      if (!call(doc, 'zyb:ask')) return;
      root[mark]();
    }
    const undo: (() => void)[] = [];
    let on = true;
    const hint = (target: EventTarget | null | undefined, kind: string, detail: any = '') => {
      if (!on) return;
      try {
        call(target ?? doc, 'zyb:hint', `${kind}:${detail}`);
      } catch {}
    };
    /** Of each class those of the properties that it has. */
    const wrap = (
      of: { prototype: object } | undefined,
      names: string,
      tell: (self: any, args: any[], name: string) => void,
      way: 'value' | 'get' | 'set' = 'value',
      first?: boolean,
    ) => {
      const proto = of?.prototype;
      for (const name of names.split(' ')) {
        const old = proto && getOwnPropertyDescriptor(proto, name);
        const was = old?.[way];
        if (!was || !old.configurable) continue;
        const now = new ProxyHere(was, {
          apply(target, self, args) {
            if (first) tell(self, args, name);
            const result = apply(target, self, args);
            if (!first) tell(self, args, name);
            return result;
          },
          construct(target, args, self) {
            const made = construct(target, args, self);
            tell(made, args, name);
            return made;
          },
        });
        defineProperty(proto, name, { ...old, [way]: now });
        undo[undo.length] = () => {
          const latest = getOwnPropertyDescriptor(proto, name);
          if (latest?.[way] === now) defineProperty(proto, name, { ...latest, [way]: was });
        };
      }
    };
    const value = (self: Element) => hint(self, 'value');
    for (const of of [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement]) {
      wrap(of, 'value checked valueAsDate valueAsNumber indeterminate selectedIndex', value, 'set');
      wrap(of, 'setRangeText', value);
    }
    wrap(HTMLOptionElement, 'selected', value, 'set');

    const adopted = () => hint(null, 'adopt');
    const rules = (kind: string, at: number, otherwise?: number) => (self: CSSStyleSheet, args: unknown[]) =>
      self.ownerNode ? hint(self.ownerNode, kind, args[at] ?? otherwise) : adopted();
    wrap(CSSStyleSheet, 'insertRule', rules('rule-in', 1, 0));
    // Without a place it adds at the end.
    wrap(CSSStyleSheet, 'addRule', rules('rule-in', 2));
    wrap(CSSStyleSheet, 'deleteRule removeRule', rules('rule-out', 0, 0));
    wrap(CSSStyleSheet, 'replaceSync replace', adopted);
    let touches = 0;
    let last: CSSStyleSheet | 0 = 0;
    /**
     * Something in a rule is about to change or has changed: tells which of its sheet's rules holds it; of a page that
     * goes through many rules only the sheet.
     */
    const rule = (self: CSSRule | null) => {
      const of = self?.parentStyleSheet;
      if (!of) return;
      if (!touches++)
        later(() => {
          last = touches = 0;
        }, 500);
      if (touches > 50) {
        if (of !== last) hint(of.ownerNode, 'css');
        last = of;
        return;
      }
      let top = self;
      while (top.parentRule) top = top.parentRule;
      let at = 0;
      while (of.cssRules[at] && of.cssRules[at] !== top) at++;
      if (of.ownerNode) hint(of.ownerNode, 'rule', at);
      else hint(null, 'adopt');
    };
    let reads = 0;
    // Nobody has a rule who has not asked a sheet for its rules; most pages never do.
    const onRules = () => {
      if (reads++) return;
      for (const name of 'StyleRule GroupingRule KeyframesRule KeyframeRule NestedDeclarations'.split(' ')) {
        const of = root[`CSS${name}`];
        wrap(of, 'style styleMap', rule, 'get');
        wrap(of, 'selectorText keyText', rule, 'set');
        wrap(of, 'insertRule deleteRule appendRule', rule);
      }
      wrap(CSSStyleDeclaration, 'setProperty removeProperty', (self) => rule(self.parentRule));
    };
    wrap(CSSStyleSheet, 'cssRules rules', onRules, 'get');
    for (const each of [StyleSheet, HTMLStyleElement, HTMLLinkElement])
      wrap(each, 'disabled', (self) => hint(self.ownerNode ?? self, 'switch'), 'set');
    // A set does not say whose it is: the states of all elements are looked at, by the names that were ever set.
    const states: Record<string, 1> = {};
    const tellStates = () => hint(null, 'state', keys(states));
    wrap(root.CustomStateSet, 'add delete clear', (_, [name]) => {
      states[name] = 1;
      tellStates();
    });
    // By its mode, or by markup that may hold roots of any.
    const shadow = (self: any, [from]: any[]) => {
      if (from?.mode || /shadowroot/i.test(from)) hint(self.isConnected ? self : null, 'shadow', from.mode);
    };
    for (const each of [Element, ShadowRoot, { prototype: Document }])
      wrap(each, 'attachShadow setHTML setHTMLUnsafe parseHTML parseHTMLUnsafe', shadow);
    // A file field or link that never was in the page; only an event's other target takes a node from one world to the other.
    wrap(
      HTMLElement,
      'click',
      (self) => {
        if (!on || self.isConnected) return;
        if (self.type === 'file')
          apply(dispatchEvent, doc, [new MouseEventHere('zyb:file', { relatedTarget: self })]);
        else if (self.download) hint(null, 'save', self.download);
      },
      'value',
      true,
    );
    for (const each of [Document, ShadowRoot]) {
      // Read to be pushed to.
      for (const way of ['get', 'set'] as const)
        wrap(each, 'adoptedStyleSheets', (self) => hint(self, 'adopt'), way);
    }
    const { fonts } = doc;
    // Only its maker knows where a font comes from.
    const sources = new WeakMap<object, string>();
    let due = false;
    let made = false;
    /** Which fonts there are, soon: the place of each that a script made, and its source. */
    const tellFonts = () => {
      // Most pages never make one.
      if (due || !made) return;
      due = true;
      later(() => {
        due = false;
        let at = 0;
        fonts.forEach((font) => {
          const from = sources.get(font);
          if (from !== undefined) hint(null, 'font', `${at}:${from}`);
          at++;
        });
        hint(null, 'font');
      });
    };
    wrap({ prototype: root }, 'FontFace', (font, [, from]) => {
      made = true;
      sources.set(font, typeof from === 'string' ? from : '');
    });
    wrap({ prototype: Object.getPrototypeOf(fonts) }, 'add delete clear', tellFonts);
    wrap(
      { prototype: root },
      'alert confirm prompt',
      (_, [text], kind) => hint(null, 'dialog', `${kind}:${text ?? ''}`.slice(0, 4000)),
      'value',
      true,
    );
    const told = (
      kind: string,
      message: unknown,
      stack: unknown,
      { filename = '', lineno = 0 }: Partial<ErrorEvent> = {},
    ) => {
      try {
        const cut = (text: unknown) => String(text ?? '').slice(0, 3600);
        hint(null, kind, `${cut(message)}\0${cut(filename)}\0${lineno}\0${cut(stack)}`);
      } catch {}
    };
    const onError = (event: ErrorEvent) => {
      if (event.error === undefined && !event.message) return;
      told('error', event.message, event.error?.stack, event);
    };
    const onRejection = ({ reason }: PromiseRejectionEvent) =>
      told('rejection', reason?.message ?? reason, reason?.stack);
    const listeners = [
      [root, 'error', onError],
      [root, 'unhandledrejection', onRejection],
      [doc, 'zyb:ask', (event: Event) => event.preventDefault()],
      [
        doc,
        'zyb:go',
        () => {
          clearTimeout(timer);
          // Made and set before anybody listened.
          tellFonts();
          if (keys(states)[0]) later(tellStates);
        },
      ],
      [doc, 'zyb:stop', () => stop()],
    ] as const;
    const each = (way: typeof add | typeof remove) => {
      for (let at = 0; at < 5; at++) {
        const [target, type, hear] = listeners[at] as (typeof listeners)[0];
        apply(way, target, [type, hear]);
      }
    };
    const stop = () => {
      on = false;
      delete root[mark];
      for (let at = undo.length; at; ) undo[--at]?.();
      each(remove);
    };
    root[mark] = stop;
    each(add);
    const timer = later(stop, 3000);
  },
});
