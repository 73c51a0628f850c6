import type { Plugin } from 'vite';
import { type Edit, edited, editedRrweb } from './edit-exactly.ts';
import { modalDialogs } from './modal-dialogs.ts';

const mathNamespace = '"http://www.w3.org/1998/Math/MathML"';

/** Only a document type that is written makes a document one of its mode. */
const writeType = `const zybTypes = { BackCompat: "HTML 4.0", AlmostStandards: "XHTML 1.0" };
function zybWriteType(doc, mode) {
	const type = zybTypes[mode];
	if (type) doc.write('<!DOCTYPE html PUBLIC "-//W3C//DTD ' + type + ' Transitional//EN" "">');
	return type;
}
function buildNodeWithSN(`;

/** What is under the pointer: what a dialog that came since lies over is not pointed at, what it lay over is. */
const findUnder = `function zybUnder(around, x, y) {
	let found = around.elementFromPoint(x, y);
	for (let root = found?.shadowRoot; root; root = found?.shadowRoot) {
		const deeper = root.elementFromPoint(x, y);
		if (!deeper || deeper === found) break;
		found = deeper;
	}
	return found;
}
function zybAround(node) {
	if (node.nodeType === 9) return node.defaultView?.frameElement;
	return node.nodeType === 11 ? node.host : node.assignedSlot ?? node.parentNode;
}
function getBaseDimension(`;

/**
 * Dialogs: what is no longer open must be closed before it loses its attribute, else it goes on to keep the page from the
 * pointer. Browsers give the keyboard to what is opened and back when it is closed; it belongs to the one who watches.
 */
const settleDialog = `function zybDialog(dialog, act) {
	const around = dialog.ownerDocument;
	const outside = around.defaultView?.top?.document;
	const before = outside?.activeElement;
	act(dialog);
	if (around.activeElement !== around.body) around.activeElement?.blur();
	if (!outside || outside.activeElement === before) return;
	outside.activeElement?.blur();
	before?.focus({ preventScroll: true });
}
function zybClose(node) {
	if (node.nodeName === "DIALOG" && node.nodeType === 1 && node.isConnected && zybIsModal(node)) zybDialog(node, (dialog) => dialog.close());
}
function diffProps(`;

/** Names are defined by window, and what goes ahead is built in none. */
const defineCustoms = `const zybCustoms = [];
function zybDefine() {
	for (const node of zybCustoms.splice(0)) {
		const view = node.isConnected && node.ownerDocument.defaultView;
		try {
			if (view && !view.customElements.get(node.localName)) view.customElements.define(node.localName, class extends view.HTMLElement {});
		} catch {}
	}
}
function createOrGetNode(`;

/**
 * The little that a replay cannot have of rrweb 2.2.2 by asking for it (docs/adr/0067). Every edit must fit its place
 * exactly as often as said, as those of the recorder's copy (lean-rrweb.ts).
 */
const edits: Edit[] = [
  {
    what: 'pages of before the standards, and of those who almost kept them (lib/replay/scrub-node.ts)',
    find: /^\t\tif \(n\.compatMode === "BackCompat" && n\.childNodes .*\{\n\t\t\tif .*\n\t\t\telse doc\.write.*\n\t\t\}$/gm,
    put: '\t\tzybWriteType(doc, n.compatMode);',
    times: 1,
  },
  {
    what: 'frames of before the standards: only a document type that is written makes a document one of them',
    find: /^\t\t\t\t\toldTree\.open\(\);\n(?=\t\t\t\t\treplayer\.mirror\.add\(oldTree, newMeta\);$)/gm,
    put: [
      '\t\t\t\t\toldTree.open();',
      '\t\t\t\t\tif (zybWriteType(oldTree, newMeta.compatMode)) while (oldTree.firstChild) oldTree.firstChild.remove();',
      '',
    ].join('\n'),
    times: 1,
  },
  {
    what: 'the writing of their type',
    find: /^function buildNodeWithSN\(/gm,
    put: writeType,
    times: 1,
  },
  {
    what: 'formulas, of whose elements rrweb knows nothing',
    find: /^\t\t\tif \(n\.isSVG\) node = doc\.createElementNS\(.*, tagName\);$/gm,
    put: `$&\n\t\t\telse if (n.isMath) node = doc.createElementNS(${mathNamespace}, tagName);`,
    times: 1,
  },
  {
    what: 'formulas that come while a replay goes ahead fast',
    find: /^\t\t\tif \(sn && "isSVG" in sn && sn\?\.isSVG\) node = document\.createElementNS\(.*, tagName\);$/gm,
    put: `$&\n\t\t\telse if (sn?.isMath) node = document.createElementNS(${mathNamespace}, tagName);`,
    times: 1,
  },
  {
    what: 'shadow roots whose slots a script fills by hand',
    find: /\b(node|parent)\.attachShadow\(\{ mode: "open" \}\)/g,
    put: '$1.attachShadow({ mode: "open", slotAssignment: $1.getAttribute("zyb-slots") === "manual" ? "manual" : "named" })',
    times: 2,
  },
  {
    what: 'the same where a replay has gone ahead fast: attributes come after the root',
    find: /\boldElement\.attachShadow\(\{ mode: "open" \}\)/g,
    put: 'oldElement.attachShadow({ mode: "open", slotAssignment: newRRElement.getAttribute("zyb-slots") === "manual" ? "manual" : "named" })',
    times: 1,
  },
  {
    what: 'where the pointer is when a moment is looked up, also where what it was over has gone',
    find: /^\t\tconst target = this\.mirror\.getNode\(id\);\n\t\tif \(!target\) (?=return this\.debugNodeNotFound\(debugData, id\);\n\t\tconst base = )/gm,
    put: [
      '\t\tlet target = this.mirror.getNode(id);',
      '\t\tthis.zybPointer = isSync ? { x, y, id } : undefined;',
      '\t\tif (isSync) {',
      '\t\t\tconst around = target?.isConnected ? target.ownerDocument ?? target : this.iframe.contentDocument;',
      '\t\t\ttarget = zybUnder(around, x, y) ?? target ?? around.documentElement;',
      '\t\t}',
      '\t\tif (target) this.zybAt = { x, y, id, debugData, isDeep: target.getRootNode({ composed: true }) !== this.iframe.contentDocument };',
      '\t\tif (!target) ',
    ].join('\n'),
    times: 1,
  },
  {
    what: 'the same where the pointer has not moved since, but what lay over something has gone or come',
    find: /^\t\t\tif \(this\.mousePos\) \{$/gm,
    put: [
      '\t\t\tif (!this.mousePos && this.zybAt && (!this.zybAt.isDeep || this.mirror.getNode(this.zybAt.id)?.isConnected)) this.mousePos = this.zybAt;',
      '$&',
    ].join('\n'),
    times: 1,
  },
  {
    what: 'where the pointer was later is nothing to an earlier moment',
    find: /^(?=\t\t\tthis\.firstFullSnapshot = null;$)/gm,
    put: '\t\t\tthis.zybAt = null;\n',
    times: 1,
  },
  {
    what: 'what is around what is pointed at, beyond shadow roots, slots and frames',
    find: /^\thoverElements\(el\) \{\n(?:\t\t.*\n)+\t\}$/gm,
    put: [
      '\tzybPointAgain() {',
      '\t\tconst { x, y, id } = this.zybPointer ?? {};',
      '\t\tif (id !== undefined) this.moveAndHover(x, y, id, true);',
      '\t}',
      '\thoverElements(el) {',
      '\t\tfor (const was of this.zybHovered ?? []) was.classList.remove(":hover");',
      '\t\tthis.zybHovered = [];',
      '\t\tfor (let now = el; now && now !== this.iframe; now = zybAround(now)) if (now.classList) {',
      '\t\t\tnow.classList.add(":hover");',
      '\t\t\tthis.zybHovered.push(now);',
      '\t\t}',
      '\t}',
    ].join('\n'),
    times: 1,
  },
  {
    what: 'drop-down lists that show that no choice is made: their first one says so, whatever its value',
    find: /^\t\t\ttarget\.value = d\.text;$/gm,
    put: [
      '$&',
      '\t\t\tif (d.text === "" && target.selectedIndex === -1 && target.type === "select-one") target.selectedIndex = 0;',
    ].join('\n'),
    times: 1,
  },
  {
    what: 'dialogs that a page closes',
    find: /^\t\t\t\t\ttarget\.removeAttribute\(attributeName\);$/gm,
    put: '\t\t\t\t\tif (attributeName === "open") zybClose(target);\n$&',
    times: 1,
  },
  {
    what: 'the same where a replay has gone ahead fast',
    find: /(?<=^\tfor \(const \{ name \} of Array\.from\(oldAttributes\)\) if \(!\(name in newAttributes\)\) )oldTree\.removeAttribute\(name\);$/gm,
    put: '{\n\t\tif (name === "open") zybClose(oldTree);\n\t\toldTree.removeAttribute(name);\n\t}',
    times: 1,
  },
  {
    what: 'how far the page was scrolled at a later moment, which stayed with the copy of it that a replay goes ahead in',
    find: /^\tdestroyTree\(\) \{$/gm,
    put: '$&\n\t\tthis.scrollData = null;',
    times: 1,
  },
  {
    what: 'the keyboard, which opening a dialog takes away',
    find: /\bdialog\.(showModal|show)\(\);/g,
    put: 'zybDialog(dialog, () => dialog.$1());',
    times: 4,
  },
  {
    what: 'how',
    find: /^function diffProps\(/gm,
    put: settleDialog,
    times: 1,
  },
  {
    what: 'moments looked up, at which pages that scroll smoothly are no longer on their way, in shadow roots either',
    find: /behavior: isSync \? "auto" : "smooth"/g,
    put: 'behavior: isSync ? "instant" : "smooth"',
    times: 3,
  },
  {
    what: 'places scrolled as the page is built: what gives them their size may come after them',
    find: /^\t\t\t\t\tapplyScroll: this\.applyScroll\.bind\(this\),$/gm,
    put: '\t\t\t\t\tapplyScroll: (data) => void (this.zybScrolls ??= []).push(data),',
    times: 1,
  },
  {
    what: 'so that they are scrolled once all is there, and open (lib/replay/replayer-window.ts)',
    find: /^\t\t\t\tthis\.adoptedStyleSheets = \[\];\n(?=\t\t\t\}\n\t\t\tif \(!this\.mousePos\b)/gm,
    put: [
      '$&\t\t\t\tthis.emitter.emit("zyb-built");',
      '\t\t\t\tfor (const data of this.zybScrolls ?? []) this.applyScroll(data, true);',
      '\t\t\t\tthis.zybScrolls = [];',
      '',
    ].join('\n'),
    times: 1,
  },
  {
    what: 'how',
    find: /^function getBaseDimension\(/gm,
    put: findUnder,
    times: 1,
  },
  {
    what: 'the size of the window at a moment looked up, which is not the one it began with',
    find: /^\t\t\tsetTimeout\(\(\) => \{\n(?=\t\t\t\tthis\.emitter\.emit\(ReplayerEvents\.Resize, \{$)/gm,
    put: '$&\t\t\t\tif (this.firstFullSnapshot) return;\n',
    times: 1,
  },
  {
    what: 'how far a replay had gone ahead: where a move of the pointer was the last of it, as far as that, not where the move began',
    find: /^\t\t\tlet lastPlayedTimestamp = lastPlayedEvent\?\.timestamp;\n\t\t\tif \((?=lastPlayedEvent\?\.type === EventType\.IncrementalSnapshot && )/gm,
    put: [
      '\t\t\tconst zybAhead = timer.zybAhead;',
      '\t\t\ttimer.zybAhead = baselineTime;',
      '\t\t\tlet lastPlayedTimestamp = lastPlayedEvent?.timestamp;',
      '\t\t\tif (!(lastPlayedTimestamp < zybAhead) && ',
    ].join('\n'),
    times: 1,
  },
  {
    what: 'what is pointed at stays so when a page gives it other classes',
    find: /^\t\t\t\t\t\} else target\.setAttribute\(attributeName, value\);$/gm,
    put: '$&\n\t\t\t\t\tif (attributeName === "class") this.zybHoverStays(target);',
    times: 1,
  },
  {
    what: 'or none',
    find: /^\t\t\t\t\ttarget\.removeAttribute\(attributeName\);$/gm,
    put: '$&\n\t\t\t\t\tif (attributeName === "class") this.zybHoverStays(target);',
    times: 1,
  },
  {
    what: 'how',
    find: /^\thoverElements\(el\) \{$/gm,
    put: [
      '\tzybHoverStays(element) {',
      '\t\tif (this.zybHovered?.includes(element)) element.classList.add(":hover");',
      '\t}',
      '$&',
    ].join('\n'),
    times: 1,
  },
  {
    what: 'components that come while a replay goes ahead fast, which sheets ask for as defined',
    find: /^\tif \(sn\) domMirror\.add\(node, \{ \.\.\.sn \}\);$/gm,
    put: '$&\n\tif (sn?.isCustom) zybCustoms.push(node);',
    times: 1,
  },
  {
    what: 'where they are noted, and that they are defined as rrweb does it in what it builds at once',
    find: /^function createOrGetNode\(/gm,
    put: defineCustoms,
    times: 1,
  },
  {
    what: 'when: once they stand in their documents',
    find: /^(?=\t\t\t\tthis\.emitter\.emit\("zyb-built"\);$)/gm,
    put: '\t\t\t\tzybDefine();\n',
    times: 1,
  },
];

export const replayRrweb = (code: string): string =>
  edited(code, [...modalDialogs, ...edits], 'replay-rrweb');

/** Where a replay imports rrweb it gets the edited copy. */
export const replayRrwebPlugin = (): Plugin => editedRrweb('replay', 'replay', replayRrweb);
