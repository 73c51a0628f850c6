/**
 * Field labels that say whose value follows. `words` also count at the end of a longer label
 * ("法定代表人身份证号"); `exact` only as the whole label. Kinds are in the order of preference.
 */
export type LabelGroup = { kind: string; words: string; exact?: string };

export const LABELS: LabelGroup[] = [
  { kind: 'passport', words: '护照号码 护照号 护照编号', exact: '护照' },
  {
    kind: 'social-security',
    words: `
      社会保障卡号码 社会保障卡号 社会保障号码 社会保障号 社会保险号 社保卡号 社保编号 社保账号
      社保个人编号 社保号 社保登记号 参保编号 保险编号 医保卡号 医保编号 医保账号 医保号 医疗保险号 医疗证号 参保号 参保人编号 个人社保编号
    `,
  },
  {
    kind: 'housing-fund',
    words: '公积金账号 公积金帐号 公积金账户 公积金个人账号 公积金号 公积金卡号 个人缴存账号',
  },
  {
    kind: 'bank-card',
    words: `
      银行卡号码 银行卡号 银行账号 银行帐号 银行帐户 银行账户 银行卡账号 开户行账号 开户账号 收款账号 收款帐号 收款账户
      补贴账户 发放账户 发放账号 工资账号 个人账户号
      信用卡号 储蓄卡号 存折账号 结算账号 卡号
    `,
    exact: '银行卡',
  },
  {
    kind: 'resident-id',
    words: `
      居民身份证号码 居民身份证号 公民身份号码 公民身份证号码 公民身份证号 身份证号码
      身份证件号码 身份证号 身份证编号 身份号码 身份证
    `,
  },
  {
    kind: 'permit',
    words: `
      证件号码 证件编号 证件号 证照号码 通行证号码 通行证号 回乡证号 台胞证号 居留证号
      居住证号码 居住证号 永居证号 军官证号 士兵证号 驾驶证号 驾驶证档案编号 结婚证号 离婚证号
      残疾证号 残疾人证号 老年证号 老年优待证号 优待证号 出生医学证明编号 出生证编号
    `,
    exact: '通行证 港澳居民来往内地通行证 台湾居民来往大陆通行证 军官证',
  },
  {
    kind: 'property-certificate',
    words: '不动产权证号 不动产权证书号 不动产单元号 房产证号 房权证号 房屋所有权证号 产权证号',
  },
  { kind: 'credit-code', words: '统一社会信用代码 社会信用代码 纳税人识别号 营业执照注册号' },
  { kind: 'plate', words: '车牌号码 车牌号 号牌号码 机动车号牌 车牌' },
  {
    kind: 'email',
    words: '电子邮箱地址 电子邮箱 电子邮件地址 电子邮件 邮箱地址 邮箱',
    exact: 'email e-mail',
  },
  {
    kind: 'mobile',
    words: '手机号码 手机号 手机 移动电话 联系手机 电话号码 预留手机',
  },
  {
    kind: 'landline',
    words: `
      家庭电话 住宅电话 宅电 固定电话 座机号码 座机号 座机 本人电话 申请人电话 个人电话
      家长电话 监护人电话 联系人电话 经办人电话 收件人电话 委托人电话 代理人电话
    `,
  },
  { kind: 'phone', words: '联系电话 联系方式' },
  { kind: 'birth-date', words: '出生日期 出生年月日 出生年月 出生时间 生日' },
  {
    kind: 'one-time-code',
    words: '短信验证码 手机验证码 图形验证码 验证码 动态码 动态密码 动态口令 校验码 随机码 短信密码',
  },
  { kind: 'token', words: '访问令牌 令牌 会话标识 会话ID' },
  { kind: 'password', words: '登录密码 查询密码 交易密码 密码 口令' },
  {
    kind: 'account',
    words: '用户名 登录名 登录账号 微信号 QQ号码 QQ号 支付宝账号',
    exact: '账号 帐号 QQ qq 微信',
  },
  {
    kind: 'personal-number',
    words: `
      病历号 住院号 就诊卡号 门诊号 学籍号 学号 准考证号 考生号 工号 户口簿号 户口本号 户号 个人编号 个人编码
      人员编号 人员编码 职工编号 读者证号 借书证号 患者编号 健康卡号 健康档案号 健康档案编号 客户编号 用户编号 会员号
    `,
  },
  {
    kind: 'address',
    words: `
      联系地址 通讯地址 通信地址 家庭住址 家庭地址 居住地址 居住地 现住址 住址 户籍地址
      户籍所在地 户口所在地 户籍住址 户籍地 户口地址 常住地址 常住地 现居住地 现居地 暂住地址 暂住地 居住址
      邮寄地址 寄送地址 寄件地址 投递地址 送达地址 快递地址 配送地址 收件地址 收货地址 收件人地址 收货人地址 接收地址
      详细地址 房屋坐落 房屋座落 不动产坐落 不动产座落 房屋地址 个人地址 本人地址 申请人地址 联系人地址
      身份证地址 证件地址 投诉人地址
    `,
  },
  {
    kind: 'name',
    words: '姓名 真实姓名 曾用名 法定代表人 法人代表',
    exact: `
      名字 申请人 联系人 经办人 委托人 受托人 代理人 监护人 收件人 收货人 户主 户名 持卡人
      配偶 父亲 母亲 权利人 产权人 参保人 被保险人 投保人 领取人 办理人 紧急联系人 申报人
      申办人 当事人 投诉人 举报人 患者 学生 车主 新生儿 开户名 账户名 开户人 收款人 付款人 借款人 共同借款人
      担保人 出租人 承租人 转让人 受让人 继承人 被继承人 共有人 持证人 报案人 登录人 登记人 填表人 借阅人
    `,
  },
  {
    // Roles that are also words of menus and tables: what follows counts only when it reads as a name.
    kind: 'person',
    words: '机动车所有人',
    exact: '男方 女方 驾驶人 买受人 丈夫 妻子 子女 法人 负责人',
  },
];

/** Telephone and address labels of offices, not of persons. */
export const OFFICE =
  /咨询|监督|投诉(?!人)|举报(?!人)|办公|窗口|热线|受理|单位|机构|部门|大厅|值班|传真|办理(?!人)|网点|中心|企业|公司|服务|实施|客服|局|厅|委(?!托)|所(?!在)|站/;
