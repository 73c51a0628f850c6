import { describe, expect, test } from 'vitest';
import { redactCss } from '../../../lib/redact/css/redact-css.ts';
import { redactSheet } from '../../../lib/redact/event/redact-sheet.ts';
import { createRedactor, redactEvent } from '../../../lib/redact/index.ts';
import { redactText } from '../../../lib/redact/redact-text.ts';
import { cleanSvg } from '../../../lib/walk/clean-svg.ts';

const id = '990102198706120033';

describe('a style sheet', () => {
  test.each([
    [`.a::before{content:"${id}"}`, '.a::before{content:"〔身份证〕"}'],
    [`/* 申请人 ${id} */ .b{color:red}`, '/* 申请人 〔身份证〕 */ .b{color:red}'],
    [".c::after{content:'姓名：张晓禾'}", ".c::after{content:'姓名：〔姓名〕'}"],
  ])('loses personal data from strings and comments: %s', (css, clean) => expect(redactCss(css)).toBe(clean));

  test.each([
    '.icon::before{content:"\\e600"}',
    '.a{width:123456.789012px;background:url("zyb-asset:12")}',
    `#row-${id}{color:red}`,
    "/* don't */ .x{font-family:'微软雅黑',\"Hiragino\"}",
    '.t::after{content:"咨询电话 12345"}',
  ])('keeps all that draws: %s', (css) => expect(redactCss(css)).toBe(css));

  test('by what a label of the page has named, and by what the programme names, in any letters', () => {
    const { memory, redactLabelled } = createRedactor({ policy: { terms: ['ACME'] } });
    redactLabelled('姓名', '禤国维');
    redactLabelled('验证码', '4839');
    expect(
      redactCss('.a::after{content:"禤国维"} .b::after{content:"4839"} .c::after{content:"ACME"}', memory),
    ).toBe('.a::after{content:"〔姓名〕"} .b::after{content:"〔验证码〕"} .c::after{content:"〔已遮盖〕"}');
  });

  test('also in rules put in, declarations set and adopted sheets', () => {
    const rule = `.a::before{content:"${id}"}`;
    for (const data of [
      { source: 8, id: 1, adds: [{ rule, index: 0 }] },
      { source: 13, id: 1, set: { property: '--owner', value: `"${id}"` }, index: [0] },
      { source: 15, id: 1, styleIds: [1], styles: [{ styleId: 1, rules: [{ rule, index: 0 }] }] },
    ])
      expect(JSON.stringify(redactEvent({ type: 3, timestamp: 1, data }))).not.toContain(id);
  });
});

describe('a drawing', () => {
  const clean = (inside: string) =>
    cleanSvg(
      `<svg>${inside}</svg>`,
      (css) => css,
      (text) => redactText(text).text,
    );

  test('loses what nobody sees, and personal data from what is drawn', () => {
    expect(clean(`<title>${id}</title><!-- ${id} --><g data-owner="${id}"><text>证 ${id}</text></g>`)).toBe(
      '<svg><g><text>证 〔身份证〕</text></g></svg>',
    );
  });

  test('whose letters make a number one by one is not kept', () => {
    expect(clean([...id].map((digit) => `<tspan>${digit}</tspan>`).join(''))).toBeUndefined();
    expect(
      clean(`<text>${[...id].map((digit) => `&#${digit.charCodeAt(0)};`).join('')}</text>`),
    ).toBeUndefined();
  });

  test('keeps its form where what goes holds tags that end in themselves', () => {
    const path = '<path d="M1 1h2z"/>';
    const work = '<rdf:RDF><cc:Work rdf:about=""><dc:type rdf:resource="x"/><dc:title/></cc:Work></rdf:RDF>';
    for (const gone of [
      `<metadata id="m">${work}</metadata>`,
      '<metadata/>',
      '<title id="a" lang=\'zh\' />',
      `<desc about="a>b/>">${work}</desc>`,
      '<foreignObject width="1"><i:pgf/><foreignObject/><foreignObject><br/></foreignObject></foreignObject>',
      '<script type="text/ecmascript"><![CDATA[ if (a < b) document.write("<script><br/></script>") ]]></script>',
    ])
      expect(clean(`<g>${gone}${path}</g>`)).toBe(`<svg><g>${path}</g></svg>`);
  });

  test('keeps what is only called alike', () => {
    const like = '<g title="a"><titlebar/><text>desc metadata</text></g>';
    expect(clean(like)).toBe(`<svg>${like}</svg>`);
  });

  test('is cut where what has to go never ends, however often it begins', () => {
    expect(clean('<g/><script>alert(1)')).toBe('<svg><g/>');
    const many = 200_000;
    for (const begun of ['<title>', '<title "', "<desc '>", '<![CDATA[', '<script a="b" ', '<title/><desc>'])
      expect((clean(begun.repeat(many)) ?? '').length).toBeLessThan(begun.length * many + 20);
  }, 20_000);

  test('without words stays as it is', () => {
    const path = '<path d="M12.345678 9.876543h-1.234567z"/>';
    expect(clean(path)).toBe(`<svg>${path}</svg>`);
  });
});

test('a measure in a variable stays, however many digits it has; a number beside it does not', () => {
  const style = (text: string) => redactSheet(text);
  const card = '6222021234567890128';
  for (const same of ['--scale-factor: 1.3333333333333333;', '--x:calc(.6666666666666666 * 1px)'])
    expect(style(same)).toBe(same);
  expect(style(`--of: 1.5 ${card};`)).not.toContain(card);
  expect(style(`--of: ${card};`)).not.toContain(card);
  for (const behindPoint of ['11010519491231002X', '440106199001010013'])
    expect(style(`--of: .${behindPoint};`)).not.toContain(behindPoint);
});
