import { describe, expect, test } from 'vitest';
import {
  isPersonalLabel,
  redactLabelled,
  redactText,
  scan,
  sensitiveRanges,
} from '../../../lib/redact/index.ts';

/** text, what it must read afterwards, kind */
const KNOWN: [string, string, string][] = [
  ['11010519491231002X', '〔身份证〕', 'resident-id'],
  ['身份证440524198001010014已核验', '身份证〔身份证〕已核验', 'resident-id'],
  ['440524198001010015', '〔身份证〕', 'resident-id'],
  ['110105 19491231 002X', '〔身份证〕', 'resident-id'],
  ['110105-1949-1231-002x', '〔身份证〕', 'resident-id'],
  ['１１０１０５１９４９１２３１００２Ｘ', '〔身份证〕', 'resident-id'],
  ['1\u200b10105194912310\u200b02X', '〔身份证〕', 'resident-id'],
  ['证号 110105491231002 。', '证号 〔身份证〕 。', 'resident-id'],
  ['sfz_11010519491231002X', 'sfz_〔身份证〕', 'resident-id'],
  ['sfz11010519491231002X', 'sfz〔身份证〕', 'resident-id'],
  ['身份证号：1101051949123100', '身份证号：〔身份证〕', 'resident-id'],
  ['致电13800138000即可', '致电〔手机〕即可', 'mobile'],
  ['138 0013 8000', '〔手机〕', 'mobile'],
  ['138-0013-8000', '〔手机〕', 'mobile'],
  ['138 001 38000', '〔手机〕', 'mobile'],
  ['+86 13800138000', '〔手机〕', 'mobile'],
  ['8613800138000', '〔手机〕', 'mobile'],
  ['１３８００１３８０００', '〔手机〕', 'mobile'],
  ['1 3 8 0 0 1 3 8 0 0 0', '〔手机〕', 'mobile'],
  ['user13800138000', 'user〔手机〕', 'mobile'],
  ['咨询电话：13800138000', '咨询电话：〔手机〕', 'mobile'],
  ['手机号：1380013800', '手机号：〔手机〕', 'mobile'],
  ['6222021234567890123', '〔银行卡〕', 'bank-card'],
  ['6222 0212 3456 7890 123', '〔银行卡〕', 'bank-card'],
  ['卡号4111-1111-1111-1111', '卡号〔银行卡〕', 'bank-card'],
  ['6222021234567890', '〔银行卡〕', 'bank-card'],
  ['开户行账号：12001234567', '开户行账号：〔银行卡〕', 'bank-card'],
  ['1234567890123456', '〔长号码〕', 'long-number'],
  ['91350211M000100Y43', '〔统一社会信用代码〕', 'credit-code'],
  ['统一社会信用代码91350211M0000XUF46', '统一社会信用代码〔统一社会信用代码〕', 'credit-code'],
  ['护照号码：E12345678', '护照号码：〔护照〕', 'passport'],
  ['护照 EA1234567', '护照 〔护照〕', 'passport'],
  ['港澳居民来往内地通行证 H12345678', '港澳居民来往内地通行证 〔证件号〕', 'permit'],
  ['香港身份证A123456(7)', '香港身份证〔证件号〕', 'permit'],
  ['车辆京A12345已登记', '车辆〔车牌〕已登记', 'plate'],
  ['粤B·D12345', '〔车牌〕', 'plate'],
  ['粤BD12345', '〔车牌〕', 'plate'],
  ['zhangsan_01@example.com', '〔邮箱〕', 'email'],
  ['家庭电话：020-83135078', '家庭电话：〔座机〕', 'landline'],
  ['联系电话：(0755)12345678', '联系电话：〔座机〕', 'landline'],
  ['姓名：张三', '姓名：〔姓名〕', 'name'],
  ['姓名: 张三丰 性别: 男', '姓名: 〔姓名〕 性别: 男', 'name'],
  ['姓名：张三性别：男', '姓名：〔姓名〕性别：男', 'name'],
  ['姓名 李四', '姓名 〔姓名〕', 'name'],
  ['姓名：阿不都·买买提', '姓名：〔姓名〕', 'name'],
  ['姓名：Wang John（必填）', '姓名：〔姓名〕（必填）', 'name'],
  ['姓名：ZHANG SAN', '姓名：〔姓名〕', 'name'],
  ['申请人：欧阳小明，已受理', '申请人：〔姓名〕，已受理', 'name'],
  ['您好，张三！', '您好，〔姓名〕！', 'name'],
  ['张三，您好', '〔姓名〕，您好', 'name'],
  ['尊敬的张三先生', '尊敬的〔姓名〕先生', 'name'],
  ['联系地址：某省某市某路5号3栋201', '联系地址：〔地址〕', 'address'],
  ['家庭住址：某市某路5号 邮编：510000', '家庭住址：〔地址〕 邮编：510000', 'address'],
  ['出生日期：1990-03-07', '出生日期：〔出生日期〕', 'birth-date'],
  ['出生年月：1990年3月', '出生年月：〔出生日期〕', 'birth-date'],
  ['社保号：1234567890', '社保号：〔社保号〕', 'social-security'],
  ['公积金账号：200012345678', '公积金账号：〔公积金账号〕', 'housing-fund'],
  ['您的验证码是123456，5分钟内有效', '您的验证码是〔验证码〕，5分钟内有效', 'one-time-code'],
  ['密码：Abc123!@#', '密码：〔密码〕', 'password'],
  ['用户名：zhangsan', '用户名：〔账号〕', 'account'],
  ['准考证号：2024123456', '准考证号：〔个人编号〕', 'personal-number'],
  ['粤(2020)某市不动产权第0123456号', '粤(2020)某市不动产权第〔不动产权证〕号', 'property-certificate'],
  ['房权证青字第9601146号', '房权证青字第〔不动产权证〕号', 'property-certificate'],
  ['当前申请人：张三（企业）', '当前申请人：〔姓名〕（企业）', 'name'],
  ['本次参保人：张三', '本次参保人：〔姓名〕', 'name'],
  ['我的经办人：张三', '我的经办人：〔姓名〕', 'name'],
  ['被申请人：张三', '被申请人：〔姓名〕', 'name'],
  ['第二联系人：张三', '第二联系人：〔姓名〕', 'name'],
  ['单位经办人：张三', '单位经办人：〔姓名〕', 'name'],
  ['张三，您共有 ', '〔姓名〕，您共有 ', 'name'],
  ['\n  欧阳小明，您的办件', '\n  〔姓名〕，您的办件', 'name'],
  ['张三 〔手机〕', '〔姓名〕 〔手机〕', 'name'],
  ['〔身份证〕（张三丰）', '〔身份证〕（〔姓名〕）', 'name'],
  ['张三，〔银行卡〕', '〔姓名〕，〔银行卡〕', 'name'],
  ['某省某市桂花路12号3幢2单元501室', '〔地址〕', 'address'],
  ['家住某市桂花路12号阳光花园3栋201，已核实', '家住〔地址〕，已核实', 'address'],
  ['某县某镇桃源村3组12号', '〔地址〕', 'address'],
  ['城东路88号A座1203室', '〔地址〕', 'address'],
  ['常住地址：某市某路', '常住地址：〔地址〕', 'address'],
  ['个人编号：9901004582', '个人编号：〔个人编号〕', 'personal-number'],
  ['个人编号 9901004582', '个人编号 〔个人编号〕', 'personal-number'],
  ['演练账号 9901004582，', '演练账号 〔账号〕，', 'account'],
  ['用户名 zhangsan', '用户名 〔账号〕', 'account'],
  ['初始密码为Sb123456。', '初始密码为〔密码〕。', 'password'],
  ['invalid token=550e8400-e29b-41d4-a716-446655440000', 'invalid token=〔令牌〕', 'token'],
  ['token=12345678-1234-1234-1234-123456789012&x=1', 'token=〔令牌〕&x=1', 'token'],
  ['JSESSIONID=550e8400-e29b-41d4-a716-446655440000; path=/', 'JSESSIONID=〔令牌〕; path=/', 'token'],
  ['{"access_token":"550e8400-e29b-41d4-a716-446655440000"}', '{"access_token":"〔令牌〕"}', 'token'],
  ['Authentication: Bearer 550e8400-e29b-41d4-a716-446655440000', 'Authentication: Bearer 〔令牌〕', 'token'],
  ['访问令牌：550e8400-e29b-41d4-a716-446655440000', '访问令牌：〔令牌〕', 'token'],
  ['打不开 https://a.example.cn/x?ticket=abc&id=9', '打不开 https://a.example.cn/x?ticket=_&id=_', 'url'],
];

describe('personal data in text', () => {
  test.each(KNOWN)('%s becomes %s', (text, masked, kind) => {
    const result = redactText(text);
    expect(result.text).toBe(masked);
    expect(result.found).toEqual({ [kind]: 1 });
  });

  test.each([
    ['张三 13800138000', '〔姓名〕 〔手机〕'],
    ['请联系张三，13800138000', '请联系〔姓名〕，〔手机〕'],
    ['张三13800138000', '张三〔手机〕'],
    ['13800138000（张三）', '〔手机〕（〔姓名〕）'],
    ['张三，11010519491231002X', '〔姓名〕，〔身份证〕'],
    ['6222021234567890123 张三', '〔银行卡〕 〔姓名〕'],
  ])('a name beside a number: %s becomes %s', (text, masked) => {
    expect(redactText(text).text).toBe(masked);
  });

  test('several values in one text are masked and counted by kind', () => {
    const { text, found } = redactText('张三丰，13800138000，13900139000；11010519491231002X');
    expect(text).toBe('〔姓名〕，〔手机〕，〔手机〕；〔身份证〕');
    expect(found).toEqual({ name: 1, mobile: 2, 'resident-id': 1 });
  });

  test('sensitive ranges are positions in the original text', () => {
    const text = '电话：１３８　００１３　８０００ 谢谢';
    const [range] = sensitiveRanges(text);
    expect(text.slice(range?.start, range?.end)).toBe('１３８　００１３　８０００');
  });

  test('a scan of masked text finds nothing and a scan of clear text says where', () => {
    expect(scan('手机：〔手机〕')).toEqual([]);
    expect(scan('手机：13800138000')).toEqual([{ kind: 'mobile', start: 3, end: 14 }]);
  });
});

describe('values beside a label', () => {
  test('a name with more behind it in its cell goes, and the rest is text', () => {
    expect(redactLabelled('申请人', '张三 状态：已受理').text).toBe('〔姓名〕 状态：已受理');
    expect(redactLabelled('申请人', '张三:13800138000').text).toBe('〔姓名〕:〔手机〕');
    expect(redactLabelled('申请人', ':张三').text).toBe(':张三');
  });

  test.each([
    ['姓名', '张三', '〔姓名〕'],
    ['* 申请人姓名：', ' 李四 ', ' 〔姓名〕 '],
    ['申请人', '王五', '〔姓名〕'],
    ['联系电话', '020-83135078', '〔座机〕'],
    ['联系电话', '13800138000', '〔手机〕'],
    ['住址', '某市某路', '〔地址〕'],
    ['常住地址', '某市某路', '〔地址〕'],
    ['个人编号', '9901004582', '〔个人编号〕'],
    ['委托人电话', '020-83135078', '〔座机〕'],
    ['开户行账号', '1200 1234 567', '〔银行卡〕'],
    ['联系电话', '0965-8006703-787', '〔座机〕'],
    ['社保号', 'A12345', '〔社保号〕'],
    ['公积金账号', '200012345678', '〔公积金账号〕'],
    ['出生日期', '1990年3月7日', '〔出生日期〕'],
    ['验证码', 'a7Kp', '〔验证码〕'],
    ['密码', 'hunter2', '〔密码〕'],
    ['sfzh', '11010519491231002X', '〔身份证〕'],
  ])('%s: %s becomes %s', (label, value, masked) => {
    expect(redactLabelled(label, value).text).toBe(masked);
  });

  test.each([
    ['姓名', '请输入姓名'],
    ['参保人', '（请先查询）'],
    ['姓名', '李**'],
    ['姓名', '〔姓名〕'],
    ['手机号', '180****1999'],
    ['联系电话', '12345'],
    ['联系电话', '0755-12345'],
    ['联系电话', '400-888-8888'],
    ['咨询电话', '020-83135078'],
    ['办理地址', '某市政务服务中心3楼'],
    ['身份证', '原件1份，复印件2份'],
    ['申请人', '年满18周岁的本市户籍居民'],
    ['证件号码', '—'],
    ['事项名称', '公积金提取'],
  ])('%s: %s stays', (label, value) => {
    expect(redactLabelled(label, value)).toEqual({ text: value, found: {} });
  });

  test('office labels and plain words are not personal labels', () => {
    for (const label of [
      '咨询电话',
      '监督投诉电话',
      '办公地址',
      '单位名称',
      '办理时间',
      '姓名不能为空',
      'class',
      '',
    ]) {
      expect(isPersonalLabel(label), label).toBeUndefined();
    }
    expect(isPersonalLabel('法定代表人身份证号（必填）')).toBe('resident-id');
  });
});
