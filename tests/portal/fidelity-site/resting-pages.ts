import { page } from './page.ts';

/** What a page looks like once it rests: after what flew in, was scrolled along, was pointed at. */
export const restingPages: Record<string, string> = {
  animated: page(
    '动画',
    '<p id="shown" class="in">进来的字</p><p id="kept">留下的颜色</p><p id="bar">慢慢变长</p><i id="round">转</i>' +
      '<div id="host"></div><iframe id="inside" src="animated-inside"></iframe><div id="place"></div>',
    `host.attachShadow({ mode: 'open' }).innerHTML =
  '<style>@keyframes deep { from { opacity: 0 } } p { animation: deep 200ms }</style><p id="deep">影子里的</p>';
function change() {
  place.innerHTML = '<p id="late" class="in">后来的字</p>';
}`,
    `<style>
@keyframes in { from { opacity: 0; transform: translateY(30px) } }
@keyframes kept { to { color: rgb(1, 2, 3) } }
@keyframes grow { from { width: 0px } to { width: 1000px } }
@keyframes round { to { transform: rotate(1turn) } }
.in { animation: in 200ms both }
#shown::before { content: '新'; animation: in 200ms }
#kept { animation: kept 200ms forwards }
#bar { animation: grow 1000s linear both }
#round { display: block; animation: round 1s linear infinite }
</style>`,
  ),
  'animated-inside': page(
    '框里的动画',
    '<p id="p">框里的字</p>',
    '',
    '<style>@keyframes in { from { opacity: 0 } } p { animation: in 200ms }</style>',
  ),
  'scrolled-together': page(
    '一起滚动的表',
    '<div id="head"><p></p></div><div id="side"><p></p></div><div id="main"><p></p></div><div id="host"></div>',
    `const root = host.attachShadow({ mode: 'open' });
root.innerHTML = '<style>div { width: 100px; height: 60px; overflow: auto } p { width: 900px; height: 900px; margin: 0 }</style>' +
  '<div id="one"><p></p></div><div id="two"><p></p></div>';
main.addEventListener('scroll', () => {
  head.scrollLeft = main.scrollLeft;
  side.scrollTop = main.scrollTop;
});
async function change() {
  for (const left of [10, 20, 30]) {
    main.scrollTo(left, left * 2);
    for (const id of ['one', 'two']) root.getElementById(id).scrollTop = left;
    await new Promise((go) => setTimeout(go, 40));
  }
}`,
    '<style>body > div { width: 100px; height: 60px; overflow: auto } p { width: 900px; height: 900px; margin: 0 }</style>',
  ),
  pointed: page(
    '鼠标停在哪里',
    '<div id="first">第一项</div><div id="second">第二项</div>',
    '',
    '<style>div { height: 40px } div:hover { color: rgb(1, 2, 3) }</style>',
  ),
};
