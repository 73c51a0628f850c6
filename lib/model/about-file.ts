/** What a message about a file names: the file, what it shows, how large or of what kind it may be. */
const file =
  /文件|图片|照片|图像|附件|材料|扫描|上传|文档|\d\s*(?:MB?|KB?)(?![a-z])|jpe?g|png|pdf|docx?|zip/i;
/** Other things whose format, length or kind may be wrong. */
const other =
  /手机|电话|号码?|证号|邮箱|邮编|邮件|密码|验证码|校验码|日期|时间|姓名|地址|网址|金额|代码|编码|账户|账号|字符|字数|数字|位数|长度|年龄|名额|次数|登[录陆]|会话|请求|网络|浏览器/;

/** The words are about another thing than a file, as far as they name one. */
export const isAboutAnother = (text: string): boolean => other.test(text) && !file.test(text);
