import { expect, it } from 'vitest';
import { neutralCss, neutralCssPiece } from '../../../lib/replay/neutral-css.ts';
import { cssOfPointed, cssOfStates } from '../../../lib/replay/state-css.ts';

it('selectors by the place an address points at go by its mark too', () => {
  expect(cssOfStates(':target{color:red}')).toBe(':is(:target,[zyb-target]){color:red}');
  expect(cssOfStates('a{}.b:not(:TARGET) , #c{top:0}')).toBe(
    'a{}.b:not(:is(:TARGET,[zyb-target])) , #c{top:0}',
  );
  expect(cssOfStates('@media print{p{&:target-within{top:0}}}')).toBe(
    '@media print{p{&:is(:target-within,[zyb-target],:has([zyb-target])){top:0}}}',
  );
  expect(neutralCss(':target{color:red}')).toContain('[zyb-target]');
  expect(neutralCssPiece(':target{background:url(http://a.example/b.png)}')).toBe(
    '/**/:is(:target,[zyb-target]){background:url("data:,")}',
  );
});

it('selectors by what a custom element says of itself go by its mark too', () => {
  expect(cssOfStates(':host(:state(on)) p, a:--old{top:0}')).toBe(
    ':host(:is(:state(on),[zyb-states~=on])) p, a:is(:--old,[zyb-states~=--old]){top:0}',
  );
});

it('selectors by what a replay may not have in its attributes go by what was written there', () => {
  expect(cssOfStates('a[href$=".pdf"], A[ HREF ^= http]:hover, a[href], a[hreflang=en]{}')).toBe(
    'a[zyb-written-href$=".pdf"], A[zyb-written-href ^= http]:hover, a[href], a[hreflang=en]{}',
  );
  expect(cssOfStates('a[target],a[target=_blank i],[download],[target-x]{}')).toBe(
    'a[zyb-written-target],a[zyb-written-target=_blank i],[zyb-written-download],[target-x]{}',
  );
  expect(cssOfStates('a::after{content:"[href=x]"}/*[target]*/')).toBe(
    'a::after{content:"[href=x]"}/*[target]*/',
  );
});

it('selectors by where the keyboard was go by its mark alone', () => {
  expect(cssOfStates('a:focus, a:focus-visible b:hover { color: red }')).toBe(
    'a[zyb-focus], a[zyb-focus=ring] b:hover { color: red }',
  );
  expect(cssOfStates('.x:FOCUS-within{}')).toBe('.x:is([zyb-focus],:has([zyb-focus])){}');
  expect(cssOfStates('.focus\\:ring:focus {}')).toBe('.focus\\:ring[zyb-focus] {}');
});

it('selectors by what is held down go by its mark alone', () => {
  expect(cssOfStates('a:active>b:not(:ACTIVE){}')).toBe('a[zyb-pressed]>b:not([zyb-pressed]){}');
});

it('selectors by what fills the screen go by its mark alone', () => {
  expect(cssOfStates('a:fullscreen::backdrop,b:-webkit-full-screen{}')).toBe(
    'a[zyb-full]::backdrop,b[zyb-full]{}',
  );
});

it('selectors by how a field is judged go by what was told of it first', () => {
  expect(cssOfStates('input:invalid, a:VALID{top:0}')).toBe(
    'input:is(:where(:invalid:not([zyb-valid])),[zyb-valid$=no]), a:is(:where(:VALID:not([zyb-valid])),[zyb-valid$=yes]){top:0}',
  );
  expect(cssOfStates('p:user-invalid,p:not(:user-valid){}')).toBe(
    'p:is(:user-invalid,[zyb-valid=user-no]),p:not(:is(:user-valid,[zyb-valid=user-yes])){}',
  );
  expect(cssOfStates('.is\\:invalid{top:0}a:validated{top:0}')).toBe(
    '.is\\:invalid{top:0}a:validated{top:0}',
  );
});

it('selectors by the kind of a field go by its own kind, whatever it is shown as', () => {
  expect(cssOfStates('input[type="number"], a [ TYPE = date ]{top:0}')).toBe(
    'input:is(:where(:not([zyb-type]))[type=number],[zyb-type=number]), a :is(:where(:not([zyb-type]))[type=date],[zyb-type=date]){top:0}',
  );
  for (const css of ['[type=submit]{top:0}', '[title="[type=text]"]{top:0}', 'p{content:"[type=text]"}'])
    expect(cssOfStates(css)).toBe(css);
});

it.each([
  '.focus\\:ring {}',
  '.md\\:focus\\:ring{}',
  'a:focus-elsewhere{}',
  '.focus{}',
  '.active{}',
  '.active\\:x{}',
  'html:active-view-transition{}',
  '::-moz-focus-inner{}',
  'p{content:":focus"}',
  'p{transition:--x 1s}',
  'p:state(4){color:red}',
  'p{grid-area:target}',
  'p{animation-name:target;color:red}',
  'p::target-text{color:red}',
  'p:targeted{color:red}',
  '.p\\:target{color:red}',
  '[title=":target"]{color:red}',
  'p/* a:target */{color:red}',
  'p{content:"{} :target {"}',
  '@supports (grid-area:target){p{color:red}}',
  'p{color:red}',
])('%s is left as it is', (css) => expect(cssOfStates(css)).toBe(css));

it('rules that a script puts in go by what is pointed at, as texts of style elements do', () => {
  expect(cssOfPointed(':host(:hover) a:HOVER, b:hover-x{content:":hover"}')).toBe(
    ':host(:is(:hover,.\\:hover)) a:is(:HOVER,.\\:hover), b:hover-x{content:":hover"}',
  );
  expect(cssOfPointed('@media (hover:hover){.\\:hover,i:hover{color:red}}')).toBe(
    '@media (hover:hover){.\\:hover,i:is(:hover,.\\:hover){color:red}}',
  );
});
