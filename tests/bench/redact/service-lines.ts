import { type Dice, two } from './dice.ts';

const ITEMS = [
  '失业保险金申领',
  '企业职工基本养老保险参保登记',
  '城乡居民医疗保险缴费',
  '住房公积金提取',
  '道路货物运输经营许可',
  '食品经营许可证核发',
  '个体工商户设立登记',
  '机动车驾驶证补换',
  '不动产转移登记',
  '老年优待证办理',
  '残疾人两项补贴',
  '就业创业证申领',
  '灵活就业人员参保',
  '社会保障卡补领',
  '居住证签注',
  '生育津贴支付',
  '建筑工程施工许可',
  '公共场所卫生许可',
  '出生一件事',
  '新生儿落户',
  '灵活就业社保补贴',
  '劳动能力鉴定申请',
  '工伤认定申请',
  '人才引进落户',
  '高校毕业生档案接收',
];
const BODIES = [
  '青溪市人力资源和社会保障局',
  '望海市行政审批服务局',
  '白石市医疗保障局',
  '云岭省住房和城乡建设厅',
  '桂湖区市场监督管理局',
  '青溪市公安局交通警察支队',
  '石桥县民政局',
  '青溪市住房公积金管理中心',
  '国家税务总局青溪市税务局',
  '东城区政务服务中心',
  '高新区管委会',
  '青溪市自然资源和规划局',
  '石门镇便民服务中心',
  '青溪市公共就业和人才服务中心',
];
const HALLS = [
  '青溪市民服务中心',
  '东城区政务服务大厅',
  '望海市行政服务中心',
  '石桥县便民服务中心',
  '高新区企业服务中心',
  '白石市社会保险事业中心',
  '柳林乡党群服务中心',
];
const ROADS = [
  '人民路',
  '文化西路',
  '建设大街',
  '滨海北路',
  '解放中路',
  '世纪大道',
  '青年路',
  '和平路',
  '长宁路',
  '新华街',
];
const LAWS = [
  '中华人民共和国社会保险法',
  '中华人民共和国行政许可法',
  '工伤保险条例',
  '住房公积金管理条例',
  '中华人民共和国道路交通安全法',
  '优化营商环境条例',
  '不动产登记暂行条例',
  '失业保险条例',
  '中华人民共和国食品安全法',
  '居住证暂行条例',
  '云岭省政务服务条例',
  '社会保险经办条例',
];
const MATERIALS = [
  '居民身份证',
  '户口簿',
  '营业执照副本',
  '结婚证',
  '不动产权证书',
  '《失业登记表》',
  '银行卡（社保卡）',
  '授权委托书',
  '近期1寸免冠照片',
  '劳动合同',
  '解除（终止）劳动关系证明',
  '法定代表人身份证明',
  '毕业证书',
  '残疾人证',
  '护照',
  '港澳居民来往内地通行证',
  '驾驶证',
  '无犯罪记录证明',
  '体检报告',
  '房屋租赁合同',
];
const STATES = ['待受理', '已受理', '审核中', '补正材料', '已办结', '不予受理', '待缴费', '待领取'];
const TIMES = [
  '周一至周五 9:00-12:00，13:00-17:00',
  '工作日上午8:30-11:30 下午13:30-17:00（法定节假日除外）',
  '周一至周六 上午8：30—12：00 下午13：00—16：30',
  '夏季（5月1日-9月30日）14:30-18:00',
  '全年无休，自助区24小时开放',
  '星期一至星期五8:30~17:30',
];
const FEES = [
  '不收费',
  '工本费10元',
  '每证5元',
  '¥120.00',
  '人民币 1,250.50 元',
  '按标的额0.5‰收取',
  '80元/平方米',
  '挂失补证费 20 元/张',
  '免费',
  '印花税5元',
];
const USCC = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const landline = (d: Dice) =>
  d.pick([
    `0${d.number(310, 999)}-${d.number(2, 8)}${d.digits(6)}`,
    `(0${d.number(310, 999)})${d.number(2, 8)}${d.digits(6)}`,
    `0${d.number(310, 999)}-${d.number(2, 8)}${d.digits(6)}、${d.number(2, 8)}${d.digits(6)}`,
    `${d.number(2, 8)}${d.digits(6)}`,
    `0${d.number(310, 999)}-${d.number(2, 8)}${d.digits(6)}转${d.digits(3)}`,
    `010-${d.number(5, 8)}${d.digits(7)}`,
  ]);
const hotline = (d: Dice) =>
  d.pick([
    '12345',
    '12333',
    '12366',
    '12329',
    '12393',
    '12315',
    '12388',
    '96123',
    '95598',
    '400-888-1234',
    '4001234567',
    '0631-12345',
    '114',
    '12306',
  ]);
const date = (d: Dice) =>
  d.pick([
    `${d.number(2008, 2026)}年${d.number(1, 12)}月${d.number(1, 28)}日`,
    `${d.number(2008, 2026)}-${two(d.number(1, 12))}-${two(d.number(1, 28))}`,
    `${d.number(2008, 2026)}/${d.number(1, 12)}/${d.number(1, 28)}`,
    `${d.number(2008, 2026)}.${two(d.number(1, 12))}.${two(d.number(1, 28))}`,
  ]);
const itemCode = (d: Dice) =>
  `11${d.digits(6)}${d.signs(USCC, 10)}${d.number(1, 6)}${d.pick(['44', '37', '00', '10'])}${d.digits(10)}${d.chance(0.4) ? d.digits(2) : ''}`;
const hanNumber = (d: Dice) => d.pick(['一', '二', '三', '五', '十', '十二', '二十三', '五十八', '一百零三']);
const street = (d: Dice) =>
  `${d.pick(['青溪市', '桂湖区', '东城区', '石桥县', '云岭省青溪市'])}${d.pick(ROADS)}${d.number(1, 399)}号`;
const office = (d: Dice) =>
  `${street(d)}${d.pick(HALLS)}${d.pick(['', `${d.number(1, 5)}楼`, `${d.number(1, 5)}楼${d.pick('ABCDE'.split(''))}区${d.number(1, 60)}号窗口`, `${d.number(1, 3)}号楼${d.number(1, 5)}层${d.number(101, 520)}室`, `一楼综合窗口（${d.number(1, 30)}-${d.number(31, 60)}号）`])}`;
const days = (d: Dice) => d.pick(['个工作日', '日', '天', '个自然日', '个月']);
const uuid = (d: Dice) => [8, 4, 4, 4, 12].map((n) => d.signs('0123456789abcdef', n)).join('-');

/** Kinds of service text a portal shows, each with sentences as different as pages have them. */
export const kinds: Record<string, ((d: Dice) => string)[]> = {
  'time limits': [
    (d) => `承诺办结时限：${d.number(1, 20)}${days(d)}`,
    (d) => `法定办结时限 ${d.number(5, 60)}${days(d)}（不含公示、听证时间）`,
    (d) => `自受理之日起${d.number(1, 30)}${days(d)}内作出决定，${d.number(3, 10)}日内送达`,
    (d) => `${d.pick(ITEMS)}，预计${date(d)}前办结`,
    (d) => `请于${d.number(1, 15)}${days(d)}内补正，逾期视为放弃`,
    (d) => `受理${d.number(1, 3)}个工作日，审核${d.number(1, 9)}个工作日，制证${d.number(1, 5)}个工作日`,
    (d) => `压缩比 ${d.number(10, 95)}.${d.digits(2)}%，即来即办 ${d.chance(0.5) ? '是' : '否'}`,
    (d) => `该事项${d.number(1, 30)}分钟办结，平均等待${d.number(1, 60)}分${d.number(1, 59)}秒`,
  ],
  fees: [
    (d) => `收费标准：${d.pick(FEES)}`,
    (d) => `收费依据：发改价格〔${d.number(2008, 2025)}〕${d.number(1, 2999)}号，${d.pick(FEES)}`,
    (d) =>
      `本次应缴 ${d.number(1, 99999)}.${d.digits(2)} 元，其中滞纳金 ${d.number(0, 99)}.${d.digits(2)} 元`,
    (d) =>
      `月缴存基数上限${d.number(10000, 39999)}元，下限${d.number(1500, 3000)}元，比例${d.number(5, 12)}%`,
    (d) => `补贴标准：每人每月${d.number(100, 3000)}元，最长${d.number(3, 36)}个月`,
    (d) => `总投资 ${d.number(1000, 99999)}.${d.digits(2)} 万元，建筑面积${d.number(100, 99999)}平方米`,
    (d) => `个人账户余额查询：${d.number(0, 999999)}.${d.digits(2)}元`,
    (d) => `统筹基金支付￥${d.number(10, 9999)}.${d.digits(2)}，个人自付￥${d.number(1, 999)}.${d.digits(2)}`,
  ],
  laws: [
    (d) => `依据《${d.pick(LAWS)}》第${hanNumber(d)}条第${hanNumber(d)}款`,
    (d) => `《${d.pick(LAWS)}》（${date(d)}修订，国务院令第${d.number(100, 799)}号）`,
    (d) =>
      `国办发〔${d.number(2010, 2026)}〕${d.number(1, 99)}号、云政办字[${d.number(2010, 2026)}]${d.number(1, 299)}号`,
    (d) => `第${d.number(1, 120)}条 ${d.pick(BODIES)}应当自收到申请之日起${d.number(3, 20)}日内审查`,
    (d) =>
      `GB/T ${d.number(10000, 49999)}.${d.number(1, 9)}-${d.number(2008, 2025)} ${d.pick(['政务服务平台', '信息安全技术', '公共服务质量'])}`,
    (d) => `本办法自${date(d)}起施行，有效期至${date(d)}`,
    (d) => `设定依据：${d.pick(LAWS)}（主席令第${d.number(10, 99)}号）第${hanNumber(d)}条`,
    (d) => `根据${d.pick(BODIES)}公告${d.number(2019, 2026)}年第${d.number(1, 60)}号`,
  ],
  'telephones of offices': [
    (d) => `咨询电话：${landline(d)}`,
    (d) => `监督投诉电话：${landline(d)} 或 ${hotline(d)}`,
    (d) => `咨询方式：窗口咨询；电话咨询 ${landline(d)}；网上咨询`,
    (d) => `${d.pick(BODIES)} ${landline(d)}`,
    (d) => `拨打${hotline(d)}服务热线，按${d.number(1, 9)}号键转人工`,
    (d) => `业务咨询请致电 ${landline(d)}（工作日），技术支持：${hotline(d)}`,
    (d) => `${d.pick(HALLS)}总服务台电话${landline(d)}`,
    (d) => `办公电话：${landline(d)}  传真：${landline(d)}`,
    (d) => `客服热线 ${hotline(d)}，投诉 ${hotline(d)}`,
    (d) => `联系方式：${d.pick(BODIES)}，${landline(d)}`,
  ],
  'addresses of offices': [
    (d) => `办理地点：${office(d)}`,
    (d) => `办公地址：${office(d)}`,
    (d) => `${d.pick(HALLS)}（${street(d)}）`,
    (d) => `请携带材料到${office(d)}办理`,
    (d) =>
      `线下窗口：${office(d)}，乘坐${d.number(1, 99)}路、${d.number(100, 399)}路公交至${d.pick(ROADS)}站下车`,
    (d) => `寄件地址：${office(d)} 邮编${d.number(2, 7)}${d.digits(5)}`,
    (d) =>
      `地址：${street(d)}${d.pick(['国贸大厦', '金融中心', '科技大厦'])}${d.pick(['A座', 'B座', '南楼'])}${d.number(2, 30)}层`,
    (d) => `咨询地址：${street(d)}${d.pick(BODIES)}${d.number(101, 520)}室`,
    (d) => `就近办理网点：${d.pick(['建设', '工商', '农业'])}银行${d.pick(ROADS)}支行（${street(d)}）`,
  ],
  codes: [
    (d) => `实施编码：${itemCode(d)}`,
    (d) => `业务办理项编码 ${itemCode(d)}`,
    (d) => `基本编码：${d.pick(['XK', 'QR', '00', ''])}${d.digits(10)}`,
    (d) => `办件编号 ${d.number(2020, 2026)}${two(d.number(1, 12))}${two(d.number(1, 28))}${d.digits(8)}`,
    (d) => `任务ID：${uuid(d)}`,
    (d) => `错误代码：${d.pick(['E', 'ERR-', ''])}${d.digits(5)}，请稍后重试`,
    (d) =>
      `表单版本 V${d.number(1, 9)}.${d.number(0, 20)}.${d.number(0, 300)} build ${d.number(20, 26)}${two(d.number(1, 12))}${two(d.number(1, 28))}`,
    (d) => `traceId=${d.signs('0123456789abcdef', 16)} cost=${d.number(1, 9999)}ms`,
    (d) => `排队号 ${d.pick('ABCDE'.split(''))}${d.digits(3)}，前面还有${d.number(0, 40)}人`,
    (d) =>
      `行业代码 ${d.pick('ABCDFGH'.split(''))}${d.digits(4)}，行政区划代码${d.number(11, 65)}${d.digits(4)}`,
    (d) => `时间戳 17${d.digits(11)} 状态 200`,
    (d) => `材料编号 ${d.pick(['CL', 'M'])}${d.digits(3)}-${d.digits(2)}`,
  ],
  dates: [
    (d) => `发布时间：${date(d)} ${two(d.number(0, 23))}:${two(d.number(0, 59))}`,
    (d) => `更新日期 ${date(d)}，浏览次数：${d.number(1, 999999)}`,
    (d) =>
      `预约日期：${date(d)} 上午 ${two(d.number(8, 11))}:00-${two(d.number(8, 12))}:30 余号${d.number(0, 50)}`,
    (d) => `办理时间：${d.pick(TIMES)}`,
    (d) => `受理时间 ${date(d)} ${two(d.number(0, 23))}:${two(d.number(0, 59))}:${two(d.number(0, 59))}`,
    (d) => `系统将于${date(d)}22:00至次日6:00升级维护`,
    (d) => `有效期限：${date(d)}至${date(d)}`,
    (d) => `${d.number(2019, 2026)}年度第${d.number(1, 4)}季度 统计截止 ${date(d)}`,
  ],
  materials: [
    (d) => `${d.pick(MATERIALS)} 原件${d.number(1, 3)}份 复印件${d.number(1, 3)}份`,
    (d) =>
      `材料名称：${d.pick(MATERIALS)}；来源：${d.pick(['申请人自备', '政府部门核发', '中介机构出具'])}；纸质/电子`,
    (d) => `${d.number(1, 20)}、${d.pick(MATERIALS)}（${d.pick(['必要', '非必要', '容缺后补'])}）`,
    (d) => `上传${d.pick(MATERIALS)}扫描件，格式为jpg、png、pdf，大小不超过${d.number(2, 50)}MB`,
    (d) => `已关联电子证照：${d.pick(MATERIALS)}`,
    (d) => `申请人提供${d.pick(MATERIALS)}的，可免提交${d.pick(MATERIALS)}`,
    (d) => `示例样表.docx ${d.number(10, 999)}.${d.digits(1)}KB 下载${d.number(0, 9999)}次`,
    (d) => `由申请人本人签字，委托他人的须提供${d.pick(MATERIALS)}`,
  ],
  conditions: [
    (d) => `申请人：年满${d.number(16, 60)}周岁，具有本市户籍或持有居住证满${d.number(6, 36)}个月`,
    (d) =>
      `服务对象：${d.pick(['自然人', '企业法人', '事业法人、社会组织法人', '个体工商户'])}；办件类型：${d.pick(['承诺件', '即办件'])}`,
    (d) => `男性年满60周岁、女性年满${d.pick(['50', '55'])}周岁，累计缴费满${d.number(10, 20)}年`,
    () => `联系人：由用人单位指定的经办人员`,
    (d) => `姓名：须与身份证一致，生僻字请用“？”代替${d.chance(0.5) ? '' : '，长度不超过20个字'}`,
    (d) => `法定代表人：应当具有完全民事行为能力，${d.pick(['近三年', '近五年'])}无严重失信记录`,
    (d) =>
      `到办事现场次数：${d.number(0, 2)}次，必须现场办理原因：${d.pick(['无', '需现场核验', '人脸识别采集'])}`,
    (d) =>
      `通办范围：${d.pick(['全省', '全市', '跨省通办', '全国'])}；办理形式：窗口办理、网上办理、快递申请`,
    (d) => `单位参保人数${d.number(1, 9999)}人，裁员率不高于${d.number(3, 20)}.${d.digits(1)}%`,
    (d) => `本事项由${d.pick(BODIES)}实施，委托${d.pick(HALLS)}受理`,
  ],
  'hints of fields': [
    () => '请输入18位身份证号码',
    (d) => `手机号码格式不正确，请输入11位数字（第${d.number(1, 9)}次）`,
    (d) => `密码长度为8-${d.number(12, 32)}位，须包含字母、数字和特殊字符`,
    (d) => `验证码已发送，${d.number(10, 120)}秒后可重新获取`,
    (d) => `银行卡号：请填写本人名下Ⅰ类账户，${d.number(16, 19)}位`,
    (d) => `姓名不能为空；证件号码不能为空；共${d.number(2, 9)}处错误`,
    (d) => `联系电话：（选填）如有变化请及时更新，最多${d.number(11, 20)}个字符`,
    (d) => `家庭住址：请填写到门牌号，不少于${d.number(5, 12)}个字`,
    (d) =>
      `邮箱：用于接收办理结果，例如 name@example.com 以外的企业邮箱（${d.number(1, 3)}个）`.replace(
        'name@example.com ',
        '',
      ),
    (d) => `第${d.number(1, 5)}步：填写申请表 → 第${d.number(2, 6)}步：上传材料`,
    (d) => `出生日期：格式为YYYY-MM-DD，年龄须在${d.number(16, 18)}至${d.number(50, 65)}周岁之间`,
    (d) => `用户名：${d.number(4, 6)}-${d.number(12, 20)}个字符，支持中英文、数字和下划线`,
  ],
  'greetings and menus': [
    (d) =>
      `您好，${d.pick(['请登录', '游客', '欢迎访问云岭省政务服务网', '请先完成实名认证', '用户', '有什么可以帮您'])}！`,
    (d) =>
      `欢迎${d.pick(['使用统一身份认证平台', '来到青溪市民服务中心', '登录网上办事大厅', '您的到来', '关注“青溪政务”公众号', '提出宝贵意见'])}`,
    (d) =>
      `尊敬的${d.pick(['用户', '办事群众', '企业和群众朋友', '参保单位', '纳税人', '缴存职工'])}，您好：`,
    (d) => `当前位置：首页 > ${d.pick(['个人办事', '法人办事', '一件事一次办'])} > ${d.pick(ITEMS)}`,
    (d) =>
      `当前用户${d.pick(['未登录', '尚未实名', '等级不足', '权限不够'])}，请${d.pick(['登录', '认证', '联系管理员'])}`,
    (d) =>
      `${d.pick(['登录后', '认证完成后', '提交成功', '审核通过', '缴费后'])}，您可以${d.pick(['查看进度', '下载电子证照', '评价服务', '打印回执'])}${d.number(1, 9)}`,
    (d) =>
      `${d.pick(ITEMS)} ${d.pick(['在线办理', '立即预约', '办事指南', '我要咨询'])} ${d.pick(['收藏', '分享', '打印'])}(${d.number(0, 999)})`,
    (d) => `温馨提示：${d.pick(BODIES)}工作人员不会向您索要密码和验证码${d.chance(0.5) ? '' : '。'}`,
    (d) =>
      `共 ${d.number(1, 9999)} 条记录 第 ${d.number(1, 20)} / ${d.number(20, 300)} 页 每页 ${d.pick(['10', '20', '50'])} 条`,
    (d) =>
      `${d.pick(['管理员', '高校毕业生', '退役军人', '安置对象', '农民工', '家政服务员'])}${d.pick(['，您好', '您好', '，欢迎您'])}`,
  ],
  'states and counts': [
    (d) => `办理进度：${d.pick(STATES)}（${d.number(1, 5)}/${d.number(5, 7)}）`,
    (d) => `已有 ${d.number(1000, 99999999)} 人办理，好评率${d.number(90, 99)}.${d.digits(2)}%`,
    (d) => `今日叫号${d.number(1, 400)}，平均等候${d.number(1, 90)}分钟`,
    (d) => `${d.pick(ITEMS)}：${d.pick(STATES)}`,
    (d) => `共${d.number(1, 40)}栋${d.number(10, 2000)}户，面积 ${d.number(40, 300)}.${d.digits(2)} ㎡`,
    (d) =>
      `综合评分 ${d.number(3, 5)}.${d.digits(1)} 非常满意${d.number(0, 9999)} 满意${d.number(0, 999)} 基本满意${d.number(0, 99)}`,
    (d) =>
      `Error ${d.pick(['404', '500', '502', '504'])}: ${d.pick(['Bad Gateway', 'Internal Server Error', 'Not Found'])} at app.${d.signs('0123456789abcdef', 8)}.js:${d.number(1, 9)}:${d.number(100, 999999)}`,
    (d) => `0.${d.digits(16)} ${d.number(1000, 9999)}.${d.digits(10)}`,
    (d) => `文件摘要 sha256 ${d.signs('0123456789abcdef', 64)}`,
    (d) => `坐标 ${d.number(100, 122)}.${d.digits(6)},${d.number(20, 45)}.${d.digits(6)}`,
    (d) =>
      `流量 ${d.number(1, 999)} ${d.number(1, 999)} ${d.number(1, 999)} ${d.number(1, 999)} ${d.number(1, 999)}`,
  ],
  'half masked by the portal': [
    (d) => `手机号 1${d.pick(['38', '59', '77'])}****${d.digits(4)} 已绑定`,
    (d) => `证件号码：${d.number(11, 65)}${d.digits(2)}**************${d.digits(2)}`,
    (d) => `姓名：${d.pick([...'张李王赵'])}**`,
    (d) => `银行卡（尾号${d.digits(4)}）`,
    (d) => `验证码已发送至1${d.digits(2)}****${d.digits(4)}，${d.number(30, 60)}s`,
    (d) => `申请人：*${d.pick([...'禾明伟'])}  状态：${d.pick(STATES)}`,
  ],
};
