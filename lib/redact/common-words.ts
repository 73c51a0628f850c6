import { onFirstUse } from './on-first-use.ts';
import { words } from './words.ts';

/** Characters that are family names on paper and, in a portal's sentence, nearly always something else. */
const FUNCTION_WORDS = '但那都来和应相况容若';

/** Frequent words of portals whose first character is also a family name. */
const WORDS = `
  管理 家长 商户 商务 申请 申报 申领 申诉 高校 高级 高中 高龄 高等 居民 居住 党员 党费 车主 车牌 车辆 安全 安排 安置 安装
  全部 全国 全省 全市 全体 全程 时间 时限 项目 平台 平均 平时 方式 方便 方法 方案 方面 方可 查询 查看 查验 查阅 通过 经办 经营
  经济 经过 支付 支持 支行 计划 计算 计生 计费 成功 成立 成绩 成果 成年 成人 成员 关于 关联 关闭 关注 关系 石油 金额 金融
  白天 周一 周二 周三 周四 周五 周六 周日 周末 周期 周边 江苏 江西 云南 云端 宁夏 宁波 温州 温馨 苏州 常州 常用 常见 常住 常驻
  明确 明细 明天 明日 强制 路线 路段 房屋 房产 房间 马上 海关 海南 国家 国籍 国内 国外 国务 公民 公安 公开 公司 公示 公告
  公积 公证 公共 公章 公正 农民 农村 农业 农机 单位 单独 单笔 单据 单个 干部 司法 司机 文件 文化 文明 文字 文本 文物
  武汉 章程 初次 初审 门诊 门户 门牌 印章 印花 利率 利息 利用 权利 权限 权益 丰富 宣传 索引 索取 满意 满足 位置 位于 区域
  连接 连续 林业 林权 卫生 施工 于是 于今 于当 于本 于每 向您 向有 何时 包含 包括 简介 简易 简单 官网 官方 封存 储存 储蓄
  原件 原因 原始 银行 展示 任务 任何 程序 毕业 尚未 尚无 阳光 左侧 左边 顾客 顾问 景区 席位 夏季 冬季 万元 余额 付款
  付费 劳动 劳务 班级 敬请 鲜花 生育 束缚 时效 时段 车位 水费 水电 全年 全日 全天 安徽 宣布 花费 花园 古迹 游客 门店 通知
  方向 常规 干净 纪录 成本 成都 柳州 郑州 徐州 杭州 海口 南京 南昌 南宁 南方 南路 明年 何处 盘点 封面 麻烦 储备 宗教 索赔
  卓越 时刻 支出 支取 支局 和平 解放 解除 解决 解释 解绑 党委 党政 党组 席次 危险 银联 乐于 权威 强化 荣誉 荣获 广州 广告
  楼层 楼栋 楼盘 路口 段落 丁类 甲类 单号 宿舍 战略 邮箱 安检 安保 伏案 鹿泉 公布 公众 公务 公租 公交 公园 满分 满足 满员 元旦 元月
`;

/** Words that begin the name of a group of people and stand where portals put a name. */
const GROUPS = `
  游客 访客 来宾 用户 市民 企业 法人 个人 单位 公民 农民 商户 家长 考生 学生 申请 高校 台胞 居民 党员 车主 管理
`;

const common = onFirstUse(() => new Set([...words(WORDS), ...words(GROUPS)]));
/** No word above is longer. */
const LONGEST = 2;

/** True for a word that begins like a Chinese name and is none. */
export function isCommonWord(word: string): boolean {
  return FUNCTION_WORDS.includes(word[0] ?? ' ') || common().has(word.slice(0, LONGEST));
}
