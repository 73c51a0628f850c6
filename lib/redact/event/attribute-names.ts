import { words } from '../words.ts';

const setOf = (list: string): Set<string> => new Set(words(list));

/** Attributes whose value is layout or meaning, never a person's: kept as they are. */
const PLAIN = setOf(`
  role type colspan rowspan width height rel media lang dir hidden disabled checked selected readonly required
  multiple tabindex align valign bgcolor border cellpadding cellspacing color face size nowrap frameborder scrolling
  hspace vspace marginwidth marginheight topmargin leftmargin noshade target method enctype accept accept-charset
  autocomplete autofocus maxlength minlength min max step rows cols wrap span scope start reversed open controls muted
  loop autoplay preload sizes imagesizes loading decoding draggable spellcheck translate contenteditable inputmode
  enterkeyhint is slot part exportparts popover inert charset crossorigin novalidate allowfullscreen as compact clear
  char charoff rules frame axis low high optimum coords shape hreflang xmlns xmlns:xlink xml:space
  shadowroot shadowrootmode direction behavior scrollamount scrolldelay
  vlink alink bordercolor bordercolorlight bordercolordark rightmargin bottommargin
`);

/** Colours of a body's texts and links; elsewhere a page may call by these names whatever it likes. */
const INKS = setOf('text link');

/** SVG drawing attributes: long runs of digits are coordinates there. */
const DRAWING = setOf(`
  viewbox d fill stroke points transform x y x1 x2 y1 y2 cx cy r rx ry dx dy fx fy fr offset opacity fill-opacity
  fill-rule clip-rule clip-path mask filter stroke-width stroke-linecap stroke-linejoin stroke-dasharray
  stroke-dashoffset stroke-miterlimit stroke-opacity stop-color stop-opacity gradientunits gradienttransform
  spreadmethod patternunits patterntransform patterncontentunits clippathunits maskunits maskcontentunits
  preserveaspectratio version baseprofile text-anchor dominant-baseline alignment-baseline baseline-shift font-family
  font-size font-weight font-style letter-spacing word-spacing text-decoration text-rendering shape-rendering
  image-rendering color-interpolation vector-effect marker-start marker-mid marker-end markerwidth markerheight
  markerunits orient refx refy pathlength attributename attributetype begin dur from to by values keytimes keysplines
  calcmode repeatcount repeatdur additive accumulate in in2 result stddeviation flood-color flood-opacity operator k1
  k2 k3 k4 surfacescale diffuseconstant specularconstant specularexponent tablevalues slope intercept amplitude exponent
  edgemode kernelmatrix radius basefrequency numoctaves seed stitchtiles lighting-color enable-background display
  visibility overflow focusable p-id t textlength lengthadjust rotate systemlanguage
  rr_width rr_height rr_scrollleft rr_scrolltop rr_mediastate rr_mediacurrenttime rr_mediaplaybackrate rr_mediamuted
  rr_medialoop rr_mediavolume rr_open_mode rr_type rr_popover rr_mixed rr_slots rr_assigned rr_target rr_pressed rr_full
  rr_valid
  rr_broken rr_density rr_size
`);

/** Identifiers other nodes and style sheets refer to: kept, but for personal data (redact-name.ts). */
const REFERENCES = setOf(`
  id class for name form list headers usemap aria-labelledby aria-controls aria-owns 
  aria-describedby aria-activedescendant aria-details aria-errormessage aria-flowto contextmenu menu rr_states
  rr_part
`);

/** Attributes people read; those of a page's own that style sheets write beside or into an element (`attr()`). */
const TEXTS = setOf(`
  title alt placeholder summary abbr label prompt standby
  data-label data-title data-tip data-tooltip data-placeholder data-original-title
`);

/** Attributes that hold a URL. */
const URLS = setOf(`
  href src action formaction poster data cite background longdesc xlink:href manifest codebase 
  classid rr_src ping dynsrc lowsrc profile archive
`);

/** Attributes that hold a list of URLs with descriptors. */
const URL_LISTS = setOf('srcset imagesrcset');

/** Attributes that have no place in a replay. `rr_dataURL` is a picture nobody can mask. */
const DROPPED = setOf('srcdoc nonce integrity rr_dataurl');

/** Meta elements whose content is layout. */
export const PLAIN_META = setOf(`
  viewport color-scheme theme-color format-detection renderer referrer x-ua-compatible 
  content-type apple-mobile-web-app-capable
`);

/** What an attribute's name says of its value. */
export type AttributeKind =
  | 'sheet'
  | 'dropped'
  | 'value'
  | 'style'
  | 'content'
  | 'http-equiv'
  | 'plain'
  | 'reference'
  | 'text'
  | 'href'
  | 'url'
  | 'url-list'
  | 'drawing'
  | 'ink'
  | 'other';

const OWN: Record<string, AttributeKind> = {
  _csstext: 'sheet',
  value: 'value',
  style: 'style',
  rr_held: 'style',
  content: 'content',
  'http-equiv': 'http-equiv',
  property: 'plain',
  href: 'href',
};

/** Names of a page's attributes repeat; so many are remembered. */
const MOST_KNOWN = 500;
const known = new Map<string, AttributeKind>();

function read(name: string): AttributeKind {
  const own = OWN[name];
  if (own !== undefined && Object.hasOwn(OWN, name)) return own;
  if (DROPPED.has(name) || /^on[a-z]/.test(name)) return 'dropped';
  if (REFERENCES.has(name)) return 'reference';
  if (TEXTS.has(name) || name.startsWith('aria-')) return 'text';
  if (URLS.has(name)) return 'url';
  if (URL_LISTS.has(name)) return 'url-list';
  if (INKS.has(name)) return 'ink';
  if (PLAIN.has(name)) return 'plain';
  return DRAWING.has(name) ? 'drawing' : 'other';
}

/** The kind of an attribute by its name, in whatever letters it is written. */
export function kindOfAttribute(name: string): AttributeKind {
  let kind = known.get(name);
  if (kind === undefined) {
    kind = read(name.toLowerCase());
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(name, kind);
  }
  return kind;
}
