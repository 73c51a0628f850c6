import type { Sighting } from '../../model/sighting.ts';

/** What the words of a notice say, in the wordings usual on government portals. Pure: text in, signs out. */
export type Sign = { kind: Sighting['kind']; detail: string };

const ie = /(?:使用|采用|安装|启用)\s*(?:微软\s*)?(?:IE(?![a-z])|Internet Explorer)/i;

/**
 * A pattern is tried where one of its words stands, in capitals here: most of what a page says has none of them, and a
 * pattern that is never tried is never made ready.
 */
const signs: [kind: Sighting['kind'], detail: string, words: readonly string[], pattern: RegExp][] = [
  [
    'browser-incompat',
    'browser',
    ['浏览器'],
    /(?:请|须|需|必须|只能|仅)(?:改用|使用|用|支持|换用|安装|下载).{0,20}浏览器/,
  ],
  [
    'browser-incompat',
    'browser',
    ['浏览器'],
    /(?:不支持|不兼容|无法兼容).{0,10}浏览器|浏览器.{0,8}(?:不支持|不兼容|版本过低)/,
  ],
  // There is no IE any more: to recommend it is to ask for what nobody has.
  ['browser-incompat', 'browser', ['IE', 'INTERNET'], ie],
  [
    'browser-incompat',
    'plug-in',
    ['插件', '控件', 'ACTIVEX', '驱动', '助手'],
    /(?:安装|下载|启用|未检测到|没有检测到|缺少).{0,14}(?:插件|控件|ActiveX|驱动|安全助手)/i,
  ],
  [
    'browser-incompat',
    'usb-key',
    ['KEY', '盾', 'CA'],
    /(?:插入|插上|未检测到|没有检测到|使用|安装).{0,10}(?:USB\s?-?Key|U-?Key|U盾|CA\s?(?:锁|证书|数字证书))/i,
  ],
  [
    'channel-switch',
    'app',
    ['APP', '客户端'],
    /(?:请|须|需|仅|只能|前往|转到|打开|下载).{0,16}(?:APP|客户端)|(?:APP|客户端)(?:内|中|里|端)?(?:办理|提交|查询|完成)/i,
  ],
  [
    'channel-switch',
    'mini-programme',
    ['小程序', '公众号'],
    /(?:请|须|需|仅|只能|前往|转到|打开).{0,16}(?:小程序|公众号)|(?:小程序|公众号)(?:内|中|里)?(?:办理|提交|查询)/,
  ],
  [
    'channel-switch',
    'window',
    ['窗口', '大厅', '柜台', '现场', '中心', '不支持', '暂未开通'],
    /(?:请|须|需|仅|只能).{0,20}(?:到|至|前往|去).{0,20}(?:窗口|大厅|柜台|现场|服务中心)|(?:前往|到|至).{0,16}(?:窗口|(?<!网上|网办)大厅|柜台|现场|服务中心).{0,6}(?:办理|提交|核验|领取|递交)|仅(?:支持|限|能)?(?:在|到)?(?:窗口|现场)|不支持(?:网上|在线|线上)办理|暂未开通(?:网上|在线|线上)办理/,
  ],
  ['channel-switch', 'mail', ['寄', '快递'], /(?:请|须|需|并).{0,20}(?:邮寄|快递|寄送|寄至|寄到)/],
  ['channel-switch', 'scan', ['扫'], /扫(?:码|一扫|描.{0,4}二维码).{0,6}(?:办理|下载|继续|前往)|用手机扫码/],
  [
    'session-timeout',
    '',
    ['失效', '过期', '超时', 'EXPIRED', 'OUT', '登', '操作'],
    /(?:登录|会话|身份|令牌|token|授权|session).{0,6}(?:失效|过期|超时|expired|timed? ?out)|请重新登[录陆]|长时间(?:未|没有)操作/i,
  ],
  [
    'material',
    'again',
    ['上传', '提交', '补正'],
    /(?:请)?(?:重新上传|再次上传|重新提交|再次提交|补充上传|补正).{0,20}(?:材料|证明|扫描件|照片|复印件|证件)|(?:材料|证明|扫描件|照片|复印件|证件).{0,16}(?:重新上传|再次上传|重新提交|再次提交|补正)/,
  ],
  [
    'window',
    'blocked',
    ['弹'],
    /弹(?:出式?)?窗(?:口|体)?.{0,8}(?:拦截|阻止|屏蔽|禁用)|(?:允许|解除).{0,8}弹(?:出式?)?窗/,
  ],
  [
    'paper-required',
    '',
    ['原件', '纸质', '章', '签字'],
    /(?:携带|提供|提交|带|持|凭|交|寄).{0,16}(?:原件|纸质)(?!的?(?:扫描|照片|电子|图片|彩色))|(?:加盖|须盖|需盖).{0,4}(?:公?章)|打印.{0,12}(?:签字|盖章)/,
  ],
  [
    'auth-step',
    'real-name',
    ['实名', '实人', '认证'],
    /实名(?:认证|核验|验证)|实人认证|提升.{0,4}认证等级|升级.{0,4}认证/,
  ],
];

/** A recommendation binds nobody, and what is done already asks for nothing. */
const harmless: Partial<Record<Sighting['kind'], RegExp>> = {
  'browser-incompat': /建议(?:您)?使用|推荐(?:您)?使用|最佳(?:浏览|显示)?效果/,
  'auth-step': /已(?:完成|通过)?实名|实名(?:认证)?(?:成功|通过|信息)/,
  // Who scans a code to sign in goes on here.
  'channel-switch':
    /(?:扫码|扫一扫|扫描(?:(?!登[录陆]).){0,8}码).{0,8}登[录陆]|(?:扫码|二维码)登[录陆]|登[录陆].{0,8}(?:扫码|扫一扫|扫描)/,
};

/** Whatever has none of these words says nothing. */
const telling = [...new Set(signs.flatMap(([, , words]) => words))];

const says = (text: string, words: readonly string[]) => words.some((word) => text.includes(word));

/** Every sign in the words of one notice, each kind and detail once. */
export function signsIn(text: string): Sign[] {
  const found: Sign[] = [];
  const capitals = text.toUpperCase();
  if (!says(capitals, telling)) return found;
  for (const [kind, detail, words, pattern] of signs) {
    if (!says(capitals, words) || found.some((each) => each.kind === kind && each.detail === detail))
      continue;
    if (pattern.test(text) && (pattern === ie || !harmless[kind]?.test(text))) found.push({ kind, detail });
  }
  return found;
}

/** What a message about a file names: the file, what it shows, how large or of what kind it may be. */
const ofFile =
  /文件|图片|照片|图像|附件|材料|扫描|上传|文档|\d\s*(?:MB?|KB?)(?![a-z])|jpe?g|png|pdf|docx?|zip/i;
/** Other things whose format, length or kind may be wrong; as in lib/assess/signals/file-refusals.ts. */
const ofAnother =
  /手机|电话|号码?|证号|邮箱|邮编|邮件|密码|验证码|校验码|日期|时间|姓名|地址|网址|金额|代码|编码|账户|账号|字符|字数|数字|位数|长度|年龄|名额|次数|登[录陆]|会话|请求|网络|浏览器/;
export const namesFile = (text: string): boolean => ofFile.test(text);
const isAboutAnother = (text: string) => ofAnother.test(text) && !namesFile(text);

/** A file that does not fit: its format, size or kind. */
export const refusesFile = (text: string): boolean =>
  /格式|大小|类型|不支持|超过|超出|过大|太大|仅支持|只能上传|小于|不(?:能|得|可)(?:大于|上传)/.test(text) &&
  !/成功|上传完成/.test(text) &&
  !isAboutAnother(text);

/** The answer to a captcha, a code from a message or a picture code was not the right one, or came too late. */
export const refusesCode = (text: string): boolean =>
  says(text, ['码', '动态密码']) &&
  /(?:验证码|校验码|动态码|动态密码|短信码|随机码).{0,8}(?:错误|有误|不正确|不对|不匹配|无效|失效|过期|超时)|(?:错误|无效)的(?:验证码|校验码)/.test(
    text,
  );

/** What a captcha that is drawn asks for: a slider, a piece of a puzzle, words to be pressed in their order. */
export const asksToDraw = (text: string): boolean =>
  says(text, ['滑', '拖', '依次', '顺序', '旋转']) &&
  /(?:按住|拖动|拖拽|移动|滑动|向右).{0,8}(?:滑块|拼图|右边|最右|完成|填充|验证|解锁|滑动)|(?:依次|按顺序).{0,4}(?:点击|点选)|旋转.{0,8}(?:角度|正|方向)/.test(
    text,
  );

/** The words in a drawn captcha that the answer was not the right one. */
export const refusesDrawn = (text: string): boolean =>
  says(text, ['失败', '错误', '再试', '重试', '未通过', '不正确']) &&
  /(?:验证|校验).{0,4}(?:失败|错误|未通过|不正确)|再试一次|请重试|重试一下/.test(text);

/** The words with which a code to be scanned, or a face to be shown, was not accepted. */
export const refusesScan = (text: string): boolean =>
  says(text, ['二维码', '脸', '活体', '实人']) &&
  /二维码(?:(?!有效|[后内前将未不])[^。；]){0,5}(?:失效|过期|超时)|(?:人脸|刷脸|活体|实人).{0,8}(?:失败|不通过|未通过|不匹配)/.test(
    text,
  );

/** A code was scanned, and the phone that scanned it asks whether it was meant. */
export const saysConfirmElsewhere = (text: string): boolean =>
  says(text, ['确认']) &&
  /(?:扫描|扫码)成功|(?:手机|App|客户端|微信|支付宝).{0,6}(?:点击|上)?.{0,2}确认/i.test(text);

/** A queue, as the page tells it. */
export const saysQueue = (text: string): boolean =>
  says(text, ['排队', '前面', '人数']) &&
  /排队(?!取号)|前面还有\s*\d+\s*(?:人|位)|(?:访问|办理|当前)人数(?:较多|过多)/.test(text);

/** A wait, as the page tells it. */
export const saysWait = (text: string): boolean =>
  says(text, ['稍', '等待', '中', '正在']) &&
  /请(?:您)?(?:耐心)?(?:稍候|稍等|稍后|等待)(?!再试|重试)|(?:加载|处理|提交|查询|核验|上传|跳转)中|正在(?:加载|处理|提交|查询|核验|上传|跳转|获取)/.test(
    text,
  );

const done =
  /成功|已(?:保存|提交|发送|完成|复制|更新|撤回|删除|受理)|通过(?:验证|校验)|successful|\bsaved\b/i;
const undone = /(?:不|未|没有?|无法)(?:能)?(?:.{0,4})成功|失败|错误|异常|有误/;
/** Asks whether to go on: what it names has not happened. */
const asks = /[?？]|吗|是否|确定要|确认要|确认(?:提交|删除|撤回|取消|退出)/;
const trouble =
  /失败|错误|异常|有误|无法|无效|非法|拒绝|禁止|冲突|繁忙|重试|过期|失效|超时|超出|超过|重复|缺少|必填|必选|必须|为空|已存在|已被|不足|不符|未(?!来|婚|成年|读)|没有|不(?:能|可|得|是|在|对|正确|存在|支持|允许|匹配|合法|一致|通过|完整|规范|要求|满足|予|同意)|请(?!稍|耐心|等)|至少|最多|仅(?:支持|限|能)|只能|格式|error|fail|invalid|denied|required|timed? ?out/i;

/** Good news: what was asked for has been done. */
export const saysDone = (text: string): boolean => done.test(text) && !undone.test(text);

/** Whether a message asks for a decision. */
export const saysQuestion = (text: string): boolean => asks.test(text);

/** By its words alone a message tells that something went wrong or is missing; good news, waits and questions do not. */
export const saysTrouble = (text: string): boolean =>
  trouble.test(text) && !saysDone(text) && !saysQuestion(text) && (undone.test(text) || !saysWait(text));

/** Words that leave no doubt, also where the page's sign says otherwise. */
export const saysFailure = (text: string): boolean => undone.test(text) && !saysQuestion(text);

const noPage =
  /(?:页面|网页|网址|地址).{0,6}(?:不存在|找不到|走丢|丢失|已(?:被)?(?:删除|下线)|无法(?:访问|打开)|出错|失效)|(?:找不到|未找到|没有找到).{0,8}(?:页面|网页)|(?:服务器|系统)(?:内部)?(?:错误|异常|开小差|出错)|(?:无权|没有权限).{0,4}(?:限)?(?:访问|查看)|page not found|not found|internal server error|forbidden|bad gateway|service unavailable/i;

/** A page that says little says that there is nothing to see: the number of an error and what it means, or that no such page is. */
export const saysNoPage = (text: string): boolean =>
  noPage.test(text) &&
  (/(?:^|\D)(?:40[0134]|50[0234])(?:$|\D)/.test(text) ||
    /页面.{0,6}(?:不存在|找不到|走丢|丢失)|(?:找不到|未找到|没有找到).{0,8}(?:页面|网页)|page not found/i.test(
      text,
    ));

/** How many results a search came to, by the page's own words; undefined when they say nothing about it. */
export function resultCountIn(text: string): number | undefined {
  const counted =
    /(?:共|找到|搜索到|检索到|查询到|总计|合计)(?:有|计|找到|搜索到|检索到|查询到)?(?:约|相关)?\s*([\d,]{1,9})\s*(?:条|个|项|件|篇|记录|结果)/.exec(
      text,
    );
  if (counted?.[1]) return Number(counted[1].replaceAll(',', ''));
  const none =
    /(?:没有|未|没)(?:能)?(?:找|搜索?|检索|查询|查)到|(?:暂无|没有|无)(?:任何)?(?:相关|符合|匹配|搜索|查询)?.{0,6}(?:数据|结果|内容|事项|信息|记录)/;
  return none.test(text) ? 0 : undefined;
}
