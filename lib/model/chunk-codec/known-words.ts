const spaced = (list: string) => list.trim().split(/\s+/);

/** Names that stand in most pages: never spelled out in a chunk. The order is part of the format. */
export const knownWords: readonly string[] = [
  '',
  // What a node is, see `write-head.ts`: element with children, element without, both in SVG.
  'X',
  'W',
  'X{"isSVG":true}',
  'W{"isSVG":true}',
  'C{"type":0}',
  'C{"type":0,"compatMode":"BackCompat"}',
  'A{"type":1,"name":"html","publicId":"","systemId":""}',
  ...spaced(`
    class div span style a p li ul td tr th table tbody thead input label button img href src id type name value
    i em b strong h1 h2 h3 h4 h5 form select option textarea svg path d viewBox xmlns fill role title alt target
    html head body meta link script content charset lang rel placeholder disabled checked selected readonly for
    tabindex width height colspan rowspan action method autocomplete maxlength aria-hidden aria-label aria-expanded
    aria-controls aria-selected aria-describedby aria-checked aria-disabled aria-haspopup aria-labelledby
    aria-live aria-modal aria-invalid aria-required aria-activedescendant header footer nav main section article
    iframe br hr dl dt dd ol fieldset legend col colgroup caption font center cellpadding cellspacing border
    align valign bgcolor noscript u s small sub sup pre code canvas video audio source object embed g rect circle
    line polygon polyline defs use text transform stroke stroke-width x y r cx cy x1 x2 y1 y2 xlink:href
    rr_width rr_height rr_scrollTop rr_scrollLeft _cssText media data-v-app is-link draggable spellcheck hidden
    required multiple accept min max step rows cols size enctype frameborder scrolling allowfullscreen
    loading color property http-equiv h6 aside figure figcaption abbr cite q blockquote address time mark ins del
    dialog details summary template slot progress meter output datalist optgroup frameset frame noframes marquee
  `),
];
