import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asksToDraw,
  refusesCode,
  refusesFile,
  refusesScan,
  resultCountIn,
  saysNoPage,
  saysQueue,
  saysTrouble,
  saysWait,
  signsIn,
} from '../../../lib/capture/signs/text-signs.ts';

const told = (text: string) => signsIn(text).map(({ kind, detail }) => (detail ? `${kind} ${detail}` : kind));

describe('the words of a notice', () => {
  it.each([
    ['请使用IE浏览器办理', 'browser-incompat browser'],
    ['当前浏览器版本过低', 'browser-incompat browser'],
    ['您的浏览器不兼容，请更换', 'browser-incompat browser'],
    ['未检测到签名控件，请先安装', 'browser-incompat plug-in'],
    ['请插入USBKey后重试', 'browser-incompat usb-key'],
    ['请下载“云岭通”APP办理', 'channel-switch app'],
    ['请前往微信小程序办理', 'channel-switch mini-programme'],
    ['该事项暂未开通网上办理，请到窗口办理', 'channel-switch window'],
    ['请携带原件到政务服务中心窗口提交', 'channel-switch window'],
    ['请将材料邮寄至受理部门', 'channel-switch mail'],
    ['请扫码办理', 'channel-switch scan'],
    ['登录已失效，请重新登录', 'session-timeout'],
    ['会话超时', 'session-timeout'],
    ['由于您长时间未操作，已自动退出', 'session-timeout'],
    ['居住证明扫描件不清晰，请重新上传材料', 'material again'],
    ['弹出窗口被浏览器拦截，请允许后重试', 'window blocked'],
    ['请先完成实名认证', 'auth-step real-name'],
    ['请用IE办理：须安装internet explorer', 'browser-incompat browser'],
    ['没有检测到安全助手', 'browser-incompat plug-in'],
    ['请下载驱动', 'browser-incompat plug-in'],
    ['请启用activex', 'browser-incompat plug-in'],
    ['请使用U盾', 'browser-incompat usb-key'],
    ['请安装ca证书', 'browser-incompat usb-key'],
    ['客户端内办理', 'channel-switch app'],
    ['请关注公众号', 'channel-switch mini-programme'],
    ['前往柜台领取', 'channel-switch window'],
    ['仅限现场，在线不受理', 'channel-switch window'],
    ['到市民服务中心领取', 'channel-switch window'],
    ['不支持线上办理', 'channel-switch window'],
    ['材料须寄到受理部门', 'channel-switch mail'],
    ['请快递原件', 'channel-switch mail'],
    ['Session timed out', 'session-timeout'],
    ['token expired', 'session-timeout'],
    ['身份已过期', 'session-timeout'],
    ['材料须补正', 'material again'],
    ['请允许弹窗', 'window blocked'],
    ['请提交加盖公章的表', 'paper-required'],
    ['打印后签字并提交', 'paper-required'],
    ['提交纸质材料', 'paper-required'],
    ['请提供户口本原件', 'paper-required'],
    ['申请表须加盖公章', 'paper-required'],
    ['请先实名核验', 'auth-step real-name'],
    ['须提升认证等级', 'auth-step real-name'],
    ['请做实人认证', 'auth-step real-name'],
  ])('%s tells %s', (text, sign) => {
    expect(told(text)).toContain(sign);
  });

  it.each([
    '建议使用谷歌浏览器以获得最佳显示效果',
    '申请成功，已当场办结',
    '实体卡（免费邮寄）',
    '您已完成实名认证',
    '保存成功',
    '点击下方按钮后将离开本站。业务系统：云岭省社会保险个人网上服务大厅',
    '请使用规范的事项名称，或拨打 12345 咨询。',
    '本事项当场办结，预计用时2分钟，无需上传材料。带 * 的为必填项。',
    '请选择文化程度',
  ])('%s tells nothing', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('tells each kind and detail once, whatever is said', () => {
    const words = fc.constantFrom('请使用IE浏览器', '请到窗口办理', '登录已失效', '请重新登录', '，', '好');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
        const signs = told(parts.join('，'));
        expect(new Set(signs).size).toBe(signs.length);
      }),
    );
  });
});

describe('refusals and waits', () => {
  it.each(['文件大小超过200KB，不支持上传', '文件格式不符合要求，仅支持 PDF', '附件过大'])(
    '%s refuses a file',
    (text) => expect(refusesFile(text)).toBe(true),
  );
  it.each(['上传成功', '上传完成，大小 20KB', '请填写姓名'])('%s refuses none', (text) =>
    expect(refusesFile(text)).toBe(false),
  );
  it.each(['验证码错误，请重新输入', '短信验证码已过期', '动态密码不正确', '图形校验码有误'])(
    '%s refuses a code',
    (text) => expect(refusesCode(text)).toBe(true),
  );
  it.each(['账号或密码错误', '请输入验证码', '验证码已发送'])('%s refuses none', (text) =>
    expect(refusesCode(text)).toBe(false),
  );
  it('tells a code to scan that ran out from one that is shown', () => {
    expect(refusesScan('二维码已失效，请刷新')).toBe(true);
    expect(refusesScan('人脸识别未通过')).toBe(true);
    expect(refusesScan('请扫描二维码')).toBe(false);
  });
  it('tells waiting from being asked to come back, and a queue from a numbered ticket', () => {
    expect(saysWait('正在加载，请稍候……')).toBe(true);
    expect(saysWait('系统繁忙，请稍后再试')).toBe(false);
    expect(saysQueue('当前办理人数较多，正在排队，前面还有 12 人')).toBe(true);
    expect(saysQueue('现场排队取号')).toBe(false);
  });
});

describe('the results of a search', () => {
  it.each([
    ['共找到 3 个事项', 3],
    ['共 1,024 条', 1024],
    ['搜索到 12 条结果', 12],
    ['抱歉，没有找到与“x”相关的服务事项', 0],
    ['暂无数据', 0],
    ['未查询到相关信息', 0],
    ['共找到 0 个事项', 0],
  ])('%s is %i', (text, count) => expect(resultCountIn(text)).toBe(count));

  it('are unknown where the page says nothing of them', () => {
    expect(resultCountIn('热门事项 社保转移 公积金')).toBeUndefined();
  });

  it('are the number the page gives', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 999_999 }), (n) => resultCountIn(`共 ${n} 条`) === n));
  });
});

describe('a message without a sign of its kind', () => {
  it.each([
    '系统异常，请联系管理员',
    '请填写申请人姓名',
    '手机号格式不正确',
    '网络繁忙，请稍后再试',
    '该证件号已存在，不能重复申请',
    '最多上传3个文件',
    '保存未成功',
    '正在提交的数据有误',
  ])('tells of trouble: %s', (text) => expect(saysTrouble(text)).toBe(true));

  it.each([
    '保存成功',
    '提交成功，请耐心等待审核',
    '已复制到剪贴板',
    '加载中，请稍候',
    '确定要提交吗，提交后不能修改',
    '是否放弃未保存的内容',
    '您当前排在第3位',
    '欢迎使用',
  ])('tells of none: %s', (text) => expect(saysTrouble(text)).toBe(false));
});

describe('an error page', () => {
  it.each([
    '404 您访问的页面不存在 返回首页',
    'OOPS! 404 抱歉，页面走丢了',
    '500 抱歉，服务器出错了',
    '403 抱歉，您无权访问该页面',
    'Page Not Found',
  ])('%s', (text) => expect(saysNoPage(text)).toBe(true));

  it.each(['没有找到相关事项', '系统异常，请联系管理员', '咨询电话 0404-500 工作时间', '申请页面 请填写'])(
    'none: %s',
    (text) => expect(saysNoPage(text)).toBe(false),
  );
});

describe('a file that is refused', () => {
  it.each(['格式不正确', '只能上传 JPG/PNG 格式!', '文件大小不能超过 5MB', '身份证照片大小超过限制'])(
    '%s',
    (text) => expect(refusesFile(text)).toBe(true),
  );
  it.each(['手机号码格式不正确', '证件号格式有误', '登录超时，请求超过最大时间', '备注超过最大长度'])(
    'none: %s',
    (text) => expect(refusesFile(text)).toBe(false),
  );
});

describe('a captcha that is drawn', () => {
  it.each(['拖动滑块完成拼图', '向右滑动完成验证', '请按住滑块，拖动到最右边', '请依次点击【云,岭】'])(
    'asks: %s',
    (text) => expect(asksToDraw(text)).toBe(true),
  );
  it.each(['请输入验证码', '向右看齐', '依次办理', '滑动查看更多'])('does not: %s', (text) =>
    expect(asksToDraw(text)).toBe(false),
  );
});
