import type { Plugin } from 'vite';
import { type Edit, edited, editedRrweb } from './edit-exactly.ts';
import { modalDialogs } from './modal-dialogs.ts';

/**
 * Changes the copy of rrweb 2.2.2 that goes into the extension so that recording costs a fraction (docs/adr/0013):
 * plain DOM accessors, since nobody can taint an isolated world; whole added subtrees serialised at once by our own
 * serialiser; closed shadow roots; no retained nodes after an empty mutation. Every edit must fit its place exactly
 * as often as said, so that another rrweb version fails the build instead of recording wrongly.
 */
const hooks = 'globalThis.zybRrweb';

/**
 * Asks for a frame's document when it is there, when it has loaded, and when a script of ours inside says that it can be
 * read (`zybOnLoad`); each document is told once a snapshot. A frame of another origin may come to show one of ours.
 */
const onceIframeLoaded = `/** Set once a form is met whose fields hide its own properties. */
var zybOwnOf;
function onceIframeLoaded(frame, listener, timeout) {
  if (!frame.contentWindow) return;
  let told;
  const tell = () => {
    const doc = frame.contentDocument;
    const root = doc?.documentElement;
    if (!root || root === told) return;
    // Written anew: to a replay it is another document.
    if (told?.ownerDocument === doc) ${hooks}?.forgetId(doc);
    told = root;
    callbackWrapper(listener)();
  };
  // A script of ours that is about to listen says itself when; what happened before is in what is told then.
  const loaded = () => (frame.contentDocument?.zybComing ? void setTimeout(tell, 1000) : tell());
  if (!frame.zybLoaded) frame.addEventListener("load", () => setTimeout(() => frame.zybLoaded()));
  frame.zybLoaded = loaded;
  frame.zybOnLoad = tell;
  const doc = frame.contentDocument;
  if (!doc) return;
  // A script of ours inside that has its orders already offered it to nobody; else its last picture is waited for.
  if (doc.readyState !== "complete") setTimeout(tell, doc.zybComing === false ? 0 : timeout);
  // What stands there before an address has answered is not worth telling.
  else if (doc.location.href !== "about:blank" || !/^(?:https?|blob|data|file|filesystem):/i.test(frame.src)) setTimeout(loaded);
}`;

/**
 * Tells of each place at once and, where more comes, once more how it stands after a while. What rrweb has for this knows no
 * places, so that of those which scroll together one was told, and keeps the first that waits, where the last one counts.
 */
const throttlePlaces = `function zybThrottle(tell, wait, only) {
	let timer;
	const told = new Set();
	const waiting = new Map();
	const say = (place, evt, target) => {
		told.add(place);
		timer ??= setTimeout(goOn, wait);
		tell(evt, target);
	};
	const goOn = () => {
		timer = undefined;
		told.clear();
		const last = Array.from(waiting);
		waiting.clear();
		for (const [place, [evt, target]] of last) say(place, evt, target);
	};
	return (evt) => {
		// Later nobody could tell which place inside a component it was.
		const target = getEventTarget(evt);
		const place = only ?? target;
		if (told.has(place)) waiting.set(place, [evt, target]);
		else say(place, evt, target);
	};
}
function initMoveObserver(`;

const edits: Edit[] = [
  {
    what: 'links as they are written, as in serialize-node.ts',
    find: /name === "href" && !\(tagName === "use" && value\[0\] === "#"\)/g,
    put: '$& && (!/^(?:a|area)$/.test(tagName) || /[\\t\\n\\r\\\\]/.test(value))',
    times: 1,
  },
  {
    what: 'the style sheet parser, which only a replay needs',
    find: /^import_postcss(?:\$1)?\.default(?:\.\w+)?;$/gm,
    put: '',
    times: 49,
  },
  {
    what: 'the parser itself',
    find: /^var require_picocolors_browser(?:\$1)? = [\s\S]*?^var import_postcss(\$1)? = [\s\S]*?^\}\)\)\)\(\), 1\);$/gm,
    put: 'var import_postcss$1 = { default: undefined };',
    times: 2,
  },
  {
    what: 'accessors',
    find: /return getUntaintedAccessor(?:\$\d)?\("Node", n, "(\w+)"\);/g,
    put: 'return zybOwnOf === undefined ? n.$1 : zybOwnOf(n, "$1");',
    times: 27,
  },
  {
    what: 'the tag of a form with a field called "tagName"',
    find: /toLowerCase\(target\.tagName\);$/gm,
    put: 'toLowerCase(typeof target.tagName === "string" ? target.tagName : "FORM");',
    times: 1,
  },
  {
    what: 'captions of buttons, which are texts and no values: they are masked as texts are',
    find: /^\tconst actualType = type && toLowerCase\(type\);$/gm,
    put: [
      '\tconst actualType = type && toLowerCase(type);',
      '\tif (tagName.toLowerCase() === "input" && /^(?:button|submit|reset|image)$/.test(actualType)) return value;',
    ].join('\n'),
    times: 1,
  },
  {
    what: 'contains',
    find: /return getUntaintedMethod(?:\$\d)?\("Node", n, "contains"\)\(other\);/g,
    put: 'return n.contains(other);',
    times: 3,
  },
  {
    what: 'getRootNode',
    find: /return getUntaintedMethod(?:\$\d)?\("Node", n, "getRootNode"\)\(\);/g,
    put: 'return n.getRootNode();',
    times: 3,
  },
  {
    what: 'host',
    find: /return getUntaintedAccessor(?:\$\d)?\("ShadowRoot", n, "host"\);/g,
    put: 'return n.host;',
    times: 3,
  },
  {
    what: 'closed shadow roots',
    find: /return getUntaintedAccessor(?:\$\d)?\("Element", n, "shadowRoot"\);/g,
    put: `return n.shadowRoot || ${hooks}?.findClosedRoot(n) || null;`,
    times: 3,
  },
  {
    what: 'querySelector',
    find: /return getUntaintedAccessor(?:\$\d)?\("Element", n, "(querySelector(?:All)?)"\)\(selectors\);/g,
    put: 'return n.$1(selectors);',
    times: 6,
  },
  {
    what: 'observers',
    find: /const prototype = getUntaintedPrototype(?:\$\d)?\("MutationObserver"\);/g,
    put: 'const prototype = globalThis.MutationObserver.prototype;',
    times: 3,
  },
  {
    what: 'serialiser',
    find: /^function serializeNodeWithId\(n, options\) \{$/gm,
    put: [
      'function serializeNodeWithId(n, options) {',
      `  const own = ${hooks}?.serialize(n, options, genId, serializeNodeWithIdByRrweb);`,
      '  return own === undefined ? serializeNodeWithIdByRrweb(n, options) : own;',
      '}',
      'function serializeNodeWithIdByRrweb(n, options) {',
    ].join('\n'),
    times: 1,
  },
  {
    what: 'whole subtrees',
    find: /^\t\t\tconst sn = serializeNodeWithId\(n, \{\n\t\t\t\tdoc: this\.doc,\n([\s\S]*?)skipChild: true,/gm,
    put: `\t\t\tif (${hooks}?.isFresh(n)) continue;\n\t\t\tconst sn = serializeNodeWithId(n, {\n\t\t\t\tdoc: this.doc,\n$1skipChild: !${hooks},`,
    times: 1,
  },
  {
    what: 'shadow roots inside an added subtree',
    find: /if \(hasShadowRoot\(n\)\) this\.shadowDomManager\.addShadowRoot\(src_default\.shadowRoot\(n\), this\.doc\);/g,
    put: 'if (hasShadowRoot(currentN)) this.shadowDomManager.addShadowRoot(src_default.shadowRoot(currentN), this.doc);',
    times: 1,
  },
  {
    what: 'nodes just serialised with their subtree',
    find: /^\t\tif \(this\.addedSet\.has\(n\) \|\| this\.movedSet\.has\(n\)\) return;$/gm,
    put: `\t\tif (this.addedSet.has(n) || this.movedSet.has(n) || ${hooks}?.isFresh(n)) return;`,
    times: 1,
  },
  {
    what: 'texts of nodes just added',
    find: /texts: this\.texts\.map\(/g,
    put: `texts: this.texts.filter((each) => !${hooks}?.isFresh(each.node)).map(`,
    times: 1,
  },
  {
    what: 'attributes of nodes just added',
    find: /attributes: this\.attributes\.map\(/g,
    put: `attributes: this.attributes.filter((each) => !${hooks}?.isFresh(each.node)).map(`,
    times: 1,
  },
  {
    what: 'nodes kept after an empty mutation',
    find: /if \(!payload\.texts\.length && !payload\.attributes\.length && !payload\.removes\.length && !payload\.adds\.length\) return;/g,
    put: 'const isEmpty = !payload.texts.length && !payload.attributes.length && !payload.removes.length && !payload.adds.length;',
    times: 1,
  },
  {
    what: 'nodes kept after an empty mutation, the end',
    find: /^\t\tthis\.movedMap = \{\};\n\t\tthis\.mutationCb\(payload\);$/gm,
    put: '\t\tthis.movedMap = {};\n\t\tif (!isEmpty) this.mutationCb(payload);',
    times: 1,
  },
  {
    what: 'what came out of a frame or a shadow root goes there before it comes here: each has an observer of its own',
    find: /^\t\t\t\tm\.addedNodes\.forEach\(\(n\) => this\.genAdds\(n, m\.target\)\);$/gm,
    put: [
      `\t\t\t\tif (${hooks} && !this.askedOthers) m.addedNodes.forEach((n) => {`,
      '\t\t\t\t\tif (this.askedOthers || !this.mirror.hasNode(n) || this.removesSubTreeCache.has(n)) return;',
      '\t\t\t\t\tthis.askedOthers = true;',
      '\t\t\t\t\tfor (const other of mutationBuffers) {',
      '\t\t\t\t\t\tconst waiting = other === this ? [] : other.zybObserver.takeRecords();',
      '\t\t\t\t\t\twaiting.forEach(other.processMutation);',
      '\t\t\t\t\t\tif (waiting.length) other.emit();',
      '\t\t\t\t\t}',
      '\t\t\t\t});',
      '\t\t\t\tm.addedNodes.forEach((n) => this.genAdds(n, m.target));',
    ].join('\n'),
    times: 1,
  },
  {
    what: 'those observers',
    find: /^\tobserver\.observe\(rootEl, \{\n(?=\t\tattributes: true,)/gm,
    put: '\tmutationBuffer.zybObserver = observer;\n\tobserver.observe(rootEl, {\n',
    times: 1,
  },
  {
    what: 'what stands in an added or moved node is told with it, also where others that stay stand between them',
    find: /^\t\tlet n = null;\n\t\tlet parentNode = null;$/gm,
    put: [
      `\t\tif (${hooks} && this.movedSet.size) for (const each of this.addedSet) {`,
      '\t\t\tconst around = src_default.parentNode(each);',
      '\t\t\tif (around && isSelfOrAncestorInSet(this.addedSet, around)) this.addedSet.delete(each);',
      '\t\t}',
      '\t\tlet n = null;',
      '\t\tlet parentNode = null;',
    ].join('\n'),
    times: 1,
  },
  {
    what: 'thousands of added nodes, told in slices; not where nodes have moved, whose old places are told with the new',
    find: /^\t\twhile \(this\.addedSet\.size\) \{$/gm,
    put: `\t\tconst slice = this.movedSet.size ? undefined : ${hooks}?.slice();\n\t\twhile (this.addedSet.size && !slice?.isOver()) {`,
    times: 1,
  },
  {
    what: 'what is left of them',
    find: /^\t\tthis\.addedSet = .*$/gm,
    put: `\t\tthis.addedSet = ${hooks}?.rest(this) ?? new Set();`,
    times: 1,
  },
  {
    what: 'an added subtree is told by its root',
    find: /^\t\t\tthis\.addedSet\.add\(n\);\n\t\t\tthis\.droppedSet\.delete\(n\);$/gm,
    put: `\t\t\tthis.addedSet.add(n);\n\t\t\tthis.droppedSet.delete(n);\n\t\t\tif (${hooks}) return;`,
    times: 1,
  },
  {
    what: 'removed subtrees are told by their roots',
    find: /^function processRemoves\(n, cache\) \{$/gm,
    put: `function processRemoves(n, cache) {\n\tif (${hooks}) {\n\t\tcache.add(n);\n\t\treturn;\n\t}`,
    times: 1,
  },
  {
    what: 'inside a removed subtree',
    find: /this\.removesSubTreeCache\.has\(parentNode\)/g,
    put: '(parentNode && isSelfOrAncestorInSet(this.removesSubTreeCache, parentNode))',
    times: 2,
  },
  {
    what: 'an added root that went again',
    find: /^\t\t\t\t\tif \(this\.addedSet\.has\(n\)\) \{\n\t\t\t\t\t\tdeepDelete\(this\.addedSet, n\);$/gm,
    put: `\t\t\t\t\tif (this.addedSet.has(n)) {\n\t\t\t\t\t\tif (${hooks}) this.addedSet.delete(n);\n\t\t\t\t\t\telse deepDelete(this.addedSet, n);`,
    times: 1,
  },
  {
    what: 'scripts, of which nothing is told but where they stand',
    find: /^\t\tif \(isIgnored\(m\.target, this\.mirror, this\.slimDOMOptions\)\) return;$/gm,
    put: '\t\tif (isIgnored(m.target, this.mirror, this.slimDOMOptions) || zybIsScript(m.type === "characterData" ? src_default.parentNode(m.target) : m.target)) return;',
    times: 1,
  },
  {
    what: 'which ones they are',
    find: /^function isIgnored\(/gm,
    put: 'const zybIsScript = (n) => n?.localName === "script";\nfunction isIgnored(',
    times: 1,
  },
  {
    what: 'what stands behind them: masking reads a page as if there were none',
    find: /^\t\t\tif \(nextId === -1\) \{$/gm,
    put: [
      '\t\t\tlet shownNext;',
      '\t\t\tif (zybIsScript(nextSibling)) {',
      '\t\t\t\tlet shown = nextSibling;',
      '\t\t\t\twhile (shown && (zybIsScript(shown) || this.mirror.getId(shown) === -2)) shown = src_default.nextSibling(shown);',
      '\t\t\t\tshownNext = shown && this.mirror.getId(shown);',
      '\t\t\t}',
      '\t\t\tif (nextId === -1) {',
    ].join('\n'),
    times: 1,
  },
  {
    what: 'the telling of it',
    find: /^\t\t\t\t\tnextId,\n\t\t\t\t\tnode: sn$/gm,
    put: '\t\t\t\t\tnextId,\n\t\t\t\t\t...(shownNext !== undefined && { shownNext }),\n\t\t\t\t\tnode: sn',
    times: 1,
  },
  {
    what: 'attributes with a namespace (icons by xlink:href), told by the name that a snapshot has',
    find: /^\t\t\t\tlet value = m\.target\.getAttribute\(attributeName\);$/gm,
    put: [
      '\t\t\t\tconst space = m.attributeNamespace;',
      '\t\t\t\tconst isNamed = (each) => each.namespaceURI === space && each.localName === m.attributeName;',
      '\t\t\t\tif (space) attributeName = Array.from(target.attributes).find(isNamed)?.name ?? (/xlink/.test(space) ? "xlink:" : "") + attributeName;',
      '\t\t\t\tlet value = space ? target.getAttributeNS(space, m.attributeName) : target.getAttribute(attributeName);',
    ].join('\n'),
    times: 1,
  },
  {
    what: 'style attributes as they are written',
    find: /^\t\t\t\t\tif \(attributeName === "style"\) \{$/gm,
    put: `\t\t\t\t\tif (attributeName === "style" && !${hooks}) {`,
    times: 1,
  },
  {
    what: 'style attributes as they are written, the telling',
    find: /if \(typeof attributes\.style === "string"\) \{/g,
    put: `if (typeof attributes.style === "string" && !${hooks}) {`,
    times: 1,
  },
  {
    what: 'when the document of a frame is told: once, by whoever says first that it is there',
    find: /^function onceIframeLoaded\([\s\S]*?^\}$/gm,
    put: onceIframeLoaded,
    times: 1,
  },
  {
    what: 'a frame whose document was written anew has lost its listeners',
    find: /^\t\t\t\tif \(iframeObservers\.has\(doc\)\) return;\n\t\t\t\tiframeObservers\.set\(doc, observe\(doc\)\);$/gm,
    put: [
      '\t\t\t\tconst before = iframeObservers.get(doc);',
      '\t\t\t\tif (before?.zybRoot === doc.documentElement) return;',
      '\t\t\t\tbefore?.();',
      '\t\t\t\tconst stop = observe(doc);',
      '\t\t\t\tif (stop) stop.zybRoot = doc.documentElement;',
      '\t\t\t\tiframeObservers.set(doc, stop);',
    ].join('\n'),
    times: 1,
  },
  {
    what: 'shadow roots in frames belong to the document of the frame',
    find: /shadowDomManager\.addShadowRoot\(src_default\.shadowRoot\(n\), document\)/g,
    put: 'shadowDomManager.addShadowRoot(src_default.shadowRoot(n), n.ownerDocument)',
    times: 1,
  },
  {
    what: 'addresses in changes of frames, which stand elsewhere',
    find: /^\t\tconst payload = \{\n\t\t\ttexts: this/gm,
    put: `\t\tif (this.doc !== document) ${hooks}?.inFull(this.texts, this.attributes);\n\t\tconst payload = {\n\t\t\ttexts: this`,
    times: 1,
  },
  {
    what: 'cost and budget of mutations',
    find: /^\t\tmutations\.forEach\(this\.processMutation\);\n\t\tthis\.emit\(\);$/gm,
    put: `\t\tthis.askedOthers = false;\n\t\tconst work = () => {\n\t\t\tmutations.forEach(this.processMutation);\n\t\t\tthis.emit();\n\t\t};\n\t\t${hooks} ? ${hooks}.onMutations(work) : work();`,
    times: 1,
  },
  {
    what: 'cost of what was held back',
    find: /^\t\tthis\.frozen = false;\n\t\tthis\.emit\(\);$/gm,
    put: `\t\tthis.frozen = false;\n\t\t${hooks} ? ${hooks}.onThaw(() => this.emit()) : this.emit();`,
    times: 1,
  },
  {
    what: 'cost of snapshots',
    find: /^\ttakeFullSnapshot\$1 = \(isCheckout = false\) => \{$/gm,
    put: `\ttakeFullSnapshot$1 = (isCheckout = false) => ${hooks} ? ${hooks}.onSnapshot(() => takeSnapshotNow(isCheckout)) : takeSnapshotNow(isCheckout);\n\tconst takeSnapshotNow = (isCheckout) => {`,
    times: 1,
  },
  {
    what: 'canvases, which are shown by pictures',
    find: /^var CanvasManager = class \{[\s\S]*?^\};$/gm,
    put: 'var CanvasManager = class { freeze() {} unfreeze() {} lock() {} unlock() {} reset() {} };',
    times: 1,
  },
  {
    what: 'what canvases are read in, made anew in every document',
    find: /^var blob = typeof self !== "undefined" && self\.Blob && new Blob\(.*\);$/gm,
    put: 'var blob;',
    times: 1,
  },
  {
    what: 'a table for canvases',
    find: /^for \(var i\$1 = 0; i\$1 < chars\.length; i\$1\+\+\) lookup\[.*\] = i\$1;$/gm,
    put: '',
    times: 1,
  },
  {
    what: 'observers of what an isolated world does itself: hints tell what the page does',
    find: /^\t\t(?:styleSheetObserver|adoptedStyleSheetObserver|styleDeclarationObserver) = init.*$/gm,
    put: '',
    times: 3,
  },
  {
    what: 'fonts made by script, custom elements: neither is seen from an isolated world',
    find: /^(?:\t\tif \(o\.collectFonts\) fontObserver = initFontObserver\(o\);|\tconst customElementObserver = initCustomElementObserver\(o\);|\t\tcustomElementObserver\(\);)$/gm,
    put: '',
    times: 3,
  },
  {
    what: 'setters of values in this world',
    find: /if \(propertyDescriptor && propertyDescriptor\.set\) handlers/g,
    put: `if (!${hooks} && propertyDescriptor && propertyDescriptor.set) handlers`,
    times: 1,
  },
  {
    what: 'what is typed, chosen and pressed, heard before the page can stop it on its way to the document',
    find: /(callbackWrapper\(eventHandler\)|\(eventName, handler), doc\)/g,
    put: '$1, /^(?:focus|blur)$/.test(eventName) ? doc : (doc.defaultView ?? doc))',
    times: 2,
  },
  {
    what: 'whether the browser draws a ring around what gets the keyboard (lib/capture/ring-of.ts)',
    find: /^\t\t\t\t\.\.\.pointerType !== null && \{ pointerType \}$/gm,
    put: `$&,\n\t\t\t\t...event.type === "focus" && ${hooks}?.ringOf(target)`,
    times: 1,
  },
  {
    what: 'each place that scrolls by itself',
    find: /^\treturn on\("scroll", callbackWrapper\(throttle\(callbackWrapper\(\(evt\) => \{\n\t\tconst target = .*$/gm,
    put: '\treturn on("scroll", callbackWrapper(zybThrottle(callbackWrapper((evt, target) => {',
    times: 1,
  },
  {
    what: 'how',
    find: /^function initMoveObserver\(/gm,
    put: throttlePlaces,
    times: 1,
  },
  {
    what: 'where the pointer stops',
    find: /^\tconst updatePosition = callbackWrapper\(throttle\(callbackWrapper\(\(evt\) => \{\n\t\tconst target = .*$/gm,
    put: '\tconst updatePosition = callbackWrapper(zybThrottle(callbackWrapper((evt, target) => {',
    times: 1,
  },
  {
    what: 'a mouse in a frame of the page, whose events are of other classes, is no finger',
    find: /typeof DragEvent !== "undefined" && evt instanceof DragEvent \? (.*) : evt instanceof MouseEvent \? /g,
    put: 'evt.type === "drag" ? $1 : evt.type === "mousemove" ? ',
    times: 1,
  },
  {
    what: 'where the pointer stops, the end',
    find: /, threshold, \{ trailing: false \}\)\);$/gm,
    put: ', threshold, "pointer"));',
    times: 1,
  },
  {
    what: 'selected text: asking for it at every key pressed makes the page lay itself out',
    find: /^(?:\tconst selectionObserver = initSelectionObserver\(o\);|\t\tselectionObserver\(\);)$/gm,
    put: '',
    times: 2,
  },
  {
    what: 'places of which it is known that nobody scrolled them',
    find: /^\tif \(!newlyAddedElement\) \{$/gm,
    put: `\tif (!newlyAddedElement && ${hooks}?.mayBeScrolled(n) !== false) {`,
    times: 1,
  },
  {
    what: 'a page that nobody scrolled',
    find: /initialOffset: getWindowScroll\(window\)/g,
    put: `initialOffset: ${hooks}?.mayBeScrolled(document) === false ? { left: 0, top: 0 } : getWindowScroll(window)`,
    times: 1,
  },
  {
    what: 'the size of the window, asked for when the page has laid itself out anyway',
    find: /width: getWindowWidth\(\),\n(\s*)height: getWindowHeight\(\)/g,
    put: `width: ${hooks} ? 0 : getWindowWidth(),\n$1height: ${hooks} ? 0 : getWindowHeight()`,
    times: 1,
  },
  {
    what: 'a page recorded before it was there whole',
    find: /^\t\t\t\tif \(recordAfter === "DOMContentLoaded"\) init\(\);$/gm,
    put: '\t\t\t\tif (recordAfter === "DOMContentLoaded") recording ? takeFullSnapshot$1(true) : init();',
    times: 1,
  },
  {
    what: 'that beginning',
    find: /^\t\tif \(\["interactive", "complete"\]\.includes\(document\.readyState\)\) init\(\);$/gm,
    put: `\t\tif (${hooks}) ${hooks}.begin = init;\n\t\tif (["interactive", "complete"].includes(document.readyState)) init();`,
    times: 1,
  },
  {
    what: 'shadow roots attached late',
    find: /^\ttakeFullSnapshot\$1 = \(isCheckout = false\) => globalThis/gm,
    put: `\tif (${hooks}) Object.assign(${hooks}, { addShadowRoot: (root) => shadowDomManager.addShadowRoot(root, root.ownerDocument), styles: stylesheetManager, readOwn: (ownOf) => void (zybOwnOf = ownOf) });\n\ttakeFullSnapshot$1 = (isCheckout = false) => globalThis`,
    times: 1,
  },
];

export const leanRrweb = (code: string): string => edited(code, [...modalDialogs, ...edits], 'lean-rrweb');

/** Where the recorder imports rrweb it gets the lean copy; a replay has its own (replay-rrweb.ts). */
export const leanRrwebPlugin = (): Plugin => editedRrweb('lean', 'capture', leanRrweb);
