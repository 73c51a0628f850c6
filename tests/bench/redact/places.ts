import type { Redactor } from '../../../lib/redact/index.ts';
import type { Dice } from './dice.ts';
import type { Format } from './formats.ts';
import { el, snapshotOf, text } from './tree.ts';

/** One value to be planted, with the words that tell what it is. */
export type Sample = { format: Format; value: string; label: string; key: string };

/**
 * A surface of a page. `put` plants the value, lets the redactor work and answers all that would be stored, undefined
 * where such a value cannot stand. `needs` says what kinds of values are told apart there.
 */
export type Place = {
  name: string;
  /** `shape`: only values whose shape is enough; `label`: a label or key goes with it. */
  needs: 'shape' | 'label' | 'sentence' | 'nothing';
  put(sample: Sample, redactor: Redactor, dice: Dice): string | undefined;
};

const BEFORE = [
  '申请已提交，',
  '材料审核：',
  '经核验，',
  '（系统自动带出）',
  '办件进度 3/5 ',
  '收费50元；',
  '2024年5月6日 ',
  '您有1条消息：',
];
const AFTER = [
  '，请核对。',
  ' 已实名',
  '；3个工作日内办结',
  '（必填）',
  ' 修改',
  '\n咨询电话：0631-5123000',
  '。',
  ' | 12345热线',
];
const around = (words: string, dice: Dice) => dice.pick(BEFORE) + words + dice.pick(AFTER);
const kept = (value: unknown) => JSON.stringify(value);
const ofEvent = (redactor: Redactor, event: { type: number }) => kept(redactor.redactEvent(event).event);
const isAscii = (value: string) => /^[!-~]+$/.test(value);
const labelled = ({ label, value }: Sample) => `${label}：${value}`;
const form = (...nodes: ReturnType<typeof el>[]) => snapshotOf(el('form', {}, ...nodes));

const isFamilyName = ({ format }: Sample) => /^(?:name of|double|name greeted|name beside)/.test(format.name);

/** By their shape alone, where other numbers stand in parts too. */
const TOLD_IN_PARTS = /^(?:id18|id15|mobile)/;

function cut(value: string, dice: Dice): string[] {
  const at = [...new Set([dice.number(1, value.length - 1), dice.number(1, value.length - 1)])].sort(
    (a, b) => a - b,
  );
  return [0, ...at].map((start, i) => value.slice(start, at[i] ?? value.length));
}

const asMutation = (parts: object) => ({
  type: 3,
  timestamp: 2,
  data: { source: 0, texts: [], attributes: [], adds: [], removes: [], ...parts },
});

export const places: Place[] = [
  { name: 'text, by itself', needs: 'shape', put: (s, r, d) => r.redactText(around(s.value, d)).text },
  {
    name: 'text, run on',
    needs: 'shape',
    put: (s, r) => (/^[\u4e00-\u9fff]/.test(s.value) ? undefined : r.redactText(`已登记${s.value}无误`).text),
  },
  { name: 'text, labelled', needs: 'label', put: (s, r, d) => r.redactText(around(labelled(s), d)).text },
  {
    name: 'text, two labelled',
    needs: 'label',
    put: (s, r) => r.redactText(`姓名：李**  ${labelled(s)}  状态：已受理`).text,
  },
  {
    name: 'sentence',
    needs: 'sentence',
    put: (s, r, d) => r.redactText(d.pick(s.format.sentences ?? []).replace('{}', () => s.value)).text,
  },
  {
    name: 'sentence in a page',
    needs: 'sentence',
    put: (s, r, d) =>
      ofEvent(
        r,
        snapshotOf(
          el(
            'p',
            {},
            d.pick(s.format.sentences ?? []).replace('{}', () => s.value),
          ),
        ),
      ),
  },
  {
    name: 'table row',
    needs: 'label',
    put: (s, r) =>
      ofEvent(
        r,
        snapshotOf(
          el(
            'table',
            {},
            el(
              'tbody',
              {},
              el(
                'tr',
                {},
                el('th', {}, s.label),
                el('td', {}, s.value),
                el('th', {}, '办理状态'),
                el('td', {}, '已受理'),
              ),
            ),
          ),
        ),
      ),
  },
  {
    name: 'table column',
    needs: 'label',
    put: (s, r) =>
      ofEvent(
        r,
        snapshotOf(
          el(
            'table',
            {},
            el('thead', {}, el('tr', {}, el('th', {}, '序号'), el('th', {}, s.label), el('th', {}, '状态'))),
            el('tbody', {}, el('tr', {}, el('td', {}, '1'), el('td', {}, s.value), el('td', {}, '已受理'))),
          ),
        ),
      ),
  },
  {
    name: 'definition list',
    needs: 'label',
    put: (s, r) => ofEvent(r, snapshotOf(el('dl', {}, el('dt', {}, s.label), el('dd', {}, s.value)))),
  },
  {
    name: 'form item',
    needs: 'label',
    put: (s, r) =>
      ofEvent(
        r,
        form(
          el(
            'div',
            { class: 'el-form-item' },
            el('label', {}, `${s.label}：`),
            el('div', { class: 'el-form-item__content' }, el('span', {}, s.value)),
          ),
        ),
      ),
  },
  {
    name: 'label and value in spans',
    needs: 'label',
    put: (s, r) =>
      ofEvent(r, snapshotOf(el('p', {}, el('span', {}, `${s.label}：`), el('span', {}, s.value)))),
  },
  {
    name: 'text after a bold label',
    needs: 'label',
    put: (s, r) => ofEvent(r, snapshotOf(el('li', {}, el('b', {}, `${s.label}：`), s.value))),
  },
  {
    name: 'numbers split over elements',
    needs: 'shape',
    put: (s, r, d) =>
      /[\u4e00-\u9fff@]/.test(s.value)
        ? undefined
        : ofEvent(r, snapshotOf(el('p', {}, ...cut(s.value, d).map((part) => el('span', {}, part))))),
  },
  {
    name: 'a cell for each digit',
    needs: 'shape',
    put: (s, r) =>
      /^[\dXx]{11,18}$/.test(s.value) && TOLD_IN_PARTS.test(s.format.name)
        ? ofEvent(
            r,
            snapshotOf(el('table', {}, el('tr', {}, ...[...s.value].map((digit) => el('td', {}, digit))))),
          )
        : undefined,
  },
  {
    name: 'a block for each digit, labelled',
    needs: 'label',
    put: (s, r) =>
      /^\d{6,18}[\dXx]$/.test(s.value)
        ? ofEvent(
            r,
            snapshotOf(
              el(
                'div',
                {},
                el('label', {}, s.label),
                ...[...s.value].map((digit) => el('div', { class: 'box' }, digit)),
              ),
            ),
          )
        : undefined,
  },
  {
    name: 'links side by side',
    needs: 'shape',
    put: (s, r, d) =>
      /^[\dXx]{11,18}$/.test(s.value) && TOLD_IN_PARTS.test(s.format.name)
        ? ofEvent(r, snapshotOf(el('p', {}, ...cut(s.value, d).map((part) => el('a', {}, part)))))
        : undefined,
  },
  {
    name: 'text nodes side by side',
    needs: 'shape',
    put: (s, r, d) =>
      /[\u4e00-\u9fff@]/.test(s.value)
        ? undefined
        : ofEvent(r, snapshotOf(el('p', {}, ...cut(s.value, d).map(text)))),
  },
  {
    name: 'hidden input',
    needs: 'nothing',
    put: (s, r) => ofEvent(r, form(el('input', { type: 'hidden', name: s.key, value: s.value }))),
  },
  {
    name: 'default of an input',
    needs: 'nothing',
    put: (s, r) => ofEvent(r, form(el('input', { type: 'text', name: 'a1', value: s.value }))),
  },
  {
    name: 'textarea',
    needs: 'nothing',
    put: (s, r, d) => ofEvent(r, form(el('textarea', { name: 'b' }, around(s.value, d)))),
  },
  {
    name: 'typing',
    needs: 'nothing',
    put: (s, r) =>
      ofEvent(r, { type: 3, data: { source: 5, id: 9, text: s.value, isChecked: false } } as never),
  },
  {
    name: 'editable',
    needs: 'label',
    put: (s, r) => ofEvent(r, snapshotOf(el('div', { contenteditable: 'true' }, labelled(s)))),
  },
  {
    name: 'radio value',
    needs: 'nothing',
    put: (s, r) =>
      /^\d{1,8}$|^[A-Za-z]{1,3}\d{1,5}$|[\u4e00-\u9fff]/.test(s.value)
        ? undefined
        : ofEvent(r, form(el('input', { type: 'radio', name: 'pick', value: `${s.key}:${s.value}` }))),
  },
  {
    name: 'option',
    needs: 'label',
    put: (s, r) => ofEvent(r, form(el('select', {}, el('option', { value: '1' }, labelled(s))))),
  },
  {
    name: 'option by shape',
    needs: 'shape',
    put: (s, r) => ofEvent(r, form(el('select', {}, el('option', { value: s.value }, s.value)))),
  },
  {
    name: 'placeholder',
    needs: 'shape',
    put: (s, r) => ofEvent(r, form(el('input', { type: 'text', placeholder: `原${s.value}` }))),
  },
  {
    name: 'title attribute',
    needs: 'label',
    put: (s, r) => ofEvent(r, snapshotOf(el('span', { title: labelled(s) }, '查看'))),
  },
  {
    name: 'title of a value cell',
    needs: 'label',
    put: (s, r) =>
      ofEvent(
        r,
        snapshotOf(
          el('table', {}, el('tr', {}, el('th', {}, s.label), el('td', { title: s.value }, s.value))),
        ),
      ),
  },
  {
    name: 'aria-label',
    needs: 'label',
    put: (s, r) => ofEvent(r, snapshotOf(el('button', { 'aria-label': labelled(s) }, '编辑'))),
  },
  {
    name: 'alt',
    needs: 'shape',
    put: (s, r) => ofEvent(r, snapshotOf(el('img', { alt: `证件照 ${s.value}`, src: '/a.png' }))),
  },
  {
    name: 'data attribute',
    needs: 'nothing',
    put: (s, r) =>
      s.format.textOnly
        ? undefined
        : ofEvent(r, snapshotOf(el('li', { [`data-${s.key.toLowerCase()}`]: s.value }, '1'))),
  },
  {
    name: 'data attribute, JSON',
    needs: 'nothing',
    put: (s, r) => ofEvent(r, snapshotOf(el('li', { 'data-row': kept({ id: 1, [s.key]: s.value }) }, '1'))),
  },
  {
    name: 'id, class and name',
    needs: 'shape',
    put: (s, r) =>
      /[\s'"()@·]|^eyJ/.test(s.value)
        ? undefined
        : ofEvent(
            r,
            snapshotOf(
              el('div', { id: `p_${s.value.replace(/[ /-]/g, '_')}`, class: `row u-${s.value}` }),
              el('input', { name: `list-${s.value}`, type: 'text' }),
            ),
          ),
  },
  {
    name: 'variable in a style',
    needs: 'shape',
    put: (s, r) =>
      ofEvent(r, snapshotOf(el('div', { style: `width:20px;--v:${s.value};--w:"${s.value}"` }, '1'))),
  },
  {
    name: 'style set by script',
    needs: 'shape',
    put: (s, r) =>
      ofEvent(
        r,
        asMutation({
          attributes: [{ id: 5, attributes: { style: { '--v': s.value, content: `"${s.value}"` } } }],
        }),
      ),
  },
  {
    name: 'script in an attribute',
    needs: 'nothing',
    put: (s, r) =>
      ofEvent(
        r,
        snapshotOf(el('a', { onclick: `show('${s.value}')`, href: `javascript:show('${s.value}')` }, '查看')),
      ),
  },
  {
    name: 'link, parameter',
    needs: 'nothing',
    put: (s, r) =>
      ofEvent(
        r,
        snapshotOf(el('a', { href: `/detail.do?${s.key}=${encodeURIComponent(s.value)}&from=list` }, '查看')),
      ),
  },
  {
    name: 'form action',
    needs: 'nothing',
    put: (s, r) =>
      ofEvent(
        r,
        snapshotOf(
          el('form', { action: `https://p.example.cn/save?${s.key}=${encodeURIComponent(s.value)}` }),
        ),
      ),
  },
  {
    name: 'image source',
    needs: 'shape',
    put: (s, r) =>
      isAscii(s.value) && !s.value.includes('/')
        ? ofEvent(r, snapshotOf(el('img', { src: `/photo/${s.value}.jpg` })))
        : undefined,
  },
  {
    name: 'document title',
    needs: 'label',
    put: (s, r) => ofEvent(r, snapshotOf(el('title', {}, `${labelled(s)} - 我的空间`))),
  },
  {
    name: 'Meta.href',
    needs: 'nothing',
    put: (s, r) =>
      ofEvent(r, {
        type: 4,
        data: {
          href: `https://p.example.cn/user?${s.key}=${encodeURIComponent(s.value)}#/home`,
          width: 1,
          height: 1,
        },
      } as never),
  },
  {
    name: 'address, parameter',
    needs: 'nothing',
    put: (s, r) => r.redactUrl(`https://p.example.cn/a?x=1&${s.key}=${encodeURIComponent(s.value)}`),
  },
  {
    name: 'address, encoded twice',
    needs: 'nothing',
    put: (s, r) =>
      r.redactUrl(
        `https://p.example.cn/a?gotoUrl=${encodeURIComponent(`/b?${s.key}=${encodeURIComponent(s.value)}`)}`,
      ),
  },
  {
    name: 'address, fragment',
    needs: 'nothing',
    put: (s, r) => r.redactUrl(`https://p.example.cn/#/me?${s.key}=${encodeURIComponent(s.value)}`),
  },
  {
    name: 'address, path',
    needs: 'shape',
    put: (s, r) => r.redactUrl(`https://p.example.cn/user/${encodeURIComponent(s.value)}/home`),
  },
  {
    name: 'address, path of a token',
    needs: 'label',
    put: (s, r) =>
      /^(?:UUID|hex) token$|^cookie$/.test(s.format.name)
        ? r.redactUrl(`https://p.example.cn/case/${s.value}/home?x=1#/me/${s.value}`)
        : undefined,
  },
  {
    name: 'subject of a letter',
    needs: 'nothing',
    put: (s, r) => r.redactUrl(`mailto:office@p.example.cn?subject=${encodeURIComponent(s.value)}`),
  },
  {
    name: 'address, matrix',
    needs: 'nothing',
    put: (s, r) => r.redactUrl(`/a;${s.key}=${encodeURIComponent(s.value)}/b`),
  },
  {
    name: 'address in an error',
    needs: 'nothing',
    put: (s, r) =>
      r.redactText(
        `GET https://p.example.cn/api/q?${s.key}=${encodeURIComponent(s.value)} 500 (Internal Server Error)`,
      ).text,
  },
  {
    name: 'JSON in an error',
    needs: 'label',
    put: (s, r) =>
      r.redactText(`Uncaught Error: {"code":500,"data":${kept({ [s.key]: s.value })},"msg":"失败"}`).text,
  },
  {
    name: 'pairs in an error',
    needs: 'label',
    put: (s, r) =>
      r.redactText(
        `save failed: id=3&${s.key}=${s.value.includes(' ') ? encodeURIComponent(s.value) : s.value}&step=2`,
      ).text,
  },
  {
    name: 'text changed by script',
    needs: 'label',
    put: (s, r) => {
      r.redactEvent(snapshotOf(el('p', {}, '请稍候')));
      return ofEvent(r, asMutation({ texts: [{ id: 77, value: labelled(s) }] }));
    },
  },
  {
    name: 'cell filled by script',
    needs: 'label',
    put: (s, r) => {
      const cell = el('td', {}, '');
      r.redactEvent(snapshotOf(el('table', {}, el('tr', {}, el('th', {}, s.label), cell))));
      return ofEvent(r, asMutation({ adds: [{ parentId: cell.id, nextId: null, node: text(s.value) }] }));
    },
  },
  {
    name: 'attribute changed by script',
    needs: 'label',
    put: (s, r) =>
      ofEvent(r, asMutation({ attributes: [{ id: 5, attributes: { title: labelled(s), value: s.value } }] })),
  },
  {
    name: 'nodes added by script',
    needs: 'label',
    put: (s, r) => {
      const row = el('tr', {}, el('th', {}, s.label), el('td', {}, s.value));
      return ofEvent(r, asMutation({ adds: [{ parentId: 4, nextId: null, node: row }] }));
    },
  },
  {
    name: 'custom event',
    needs: 'label',
    put: (s, r) =>
      ofEvent(r, { type: 5, data: { tag: 'state', payload: { user: { [s.key]: s.value } } } } as never),
  },
  {
    name: 'comment',
    needs: 'nothing',
    put: (s, r) => ofEvent(r, snapshotOf(el('div', {}, { type: 5, id: 8, textContent: labelled(s) }))),
  },
  {
    name: 'cell beside a number',
    needs: 'label',
    put: (s, r) =>
      isFamilyName(s)
        ? ofEvent(
            r,
            snapshotOf(
              el(
                'table',
                {},
                el('tr', {}, el('td', {}, '1'), el('td', {}, s.value), el('td', {}, '13911112222')),
              ),
            ),
          )
        : undefined,
  },
  {
    name: 'heading of a card',
    needs: 'label',
    put: (s, r) =>
      isFamilyName(s)
        ? ofEvent(r, snapshotOf(el('div', {}, el('h3', {}, s.value), el('p', {}, '证件 3707**********1234'))))
        : undefined,
  },
  {
    name: 'seen again without its label',
    needs: 'label',
    put: (s, r) => {
      r.redactEvent(snapshotOf(el('table', {}, el('tr', {}, el('th', {}, s.label), el('td', {}, s.value)))));
      return ['one-time code', 'landline local'].includes(s.format.name)
        ? undefined
        : ofEvent(r, asMutation({ texts: [{ id: 78, value: `为 ${s.value} 办理` }] }));
    },
  },
];
