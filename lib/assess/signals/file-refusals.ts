import type { SessionReport } from '../../model/report.ts';
import { findLastAt } from '../find-last-at.ts';
import { byTime } from './evidence-of.ts';
import { fieldKey } from './field-key.ts';
import { incidentsOf, sightingsOf } from './incidents-of.ts';

/** Words with which a file is refused. */
const refuses = /格式|大小|超过|过大|仅支持|只支持|不支持|MB|KB/i;
/** What a message about a file names: the file, what it shows, how large or of what kind it may be. */
const ofFile =
  /文件|图片|照片|图像|附件|材料|扫描|上传|文档|\d\s*(?:MB?|KB?)(?![a-z])|jpe?g|png|pdf|docx?|zip/i;
/** Other things whose format, length or kind may be wrong; as in lib/capture/signs/text-signs.ts. */
const ofAnother =
  /手机|电话|号码?|证号|邮箱|邮编|邮件|密码|验证码|校验码|日期|时间|姓名|地址|网址|金额|代码|编码|账户|账号|字符|字数|数字|位数|长度|年龄|名额|次数|登[录陆]|会话|请求|网络|浏览器/;
const isAboutAnother = (text: string) => ofAnother.test(text) && !ofFile.test(text);
/** A message that names a field speaks of that one. */
function isOfField(message: string, label: string): boolean {
  const named = /^([^：]{1,60})：/.exec(message)?.[1];
  return !named || fieldKey(named) === fieldKey(label);
}
/** A refusal follows the upload within this, ms. */
const afterUpload = 15_000;
/** Notices are stamped with the first change that no look had seen, which may be before the upload, ms. */
const toldBefore = 1000;
/** Told by a notice and by a watcher at once, ms. */
const sameWithin = 3000;

export type Refusal = { id: string; at: number; tab: number; text: string };

/** Every time a file was not taken: as the recorder saw it, or as a message soon after an upload says. By time. */
export function refusalsIn(report: SessionReport): Refusal[] {
  const uploads = byTime(report.actions.filter((action) => action.kind === 'upload'));
  const messages = incidentsOf(report, 'toast', 'validation', 'native-dialog').filter((incident) => {
    const upload = findLastAt(uploads, incident.at + toldBefore, (action) => action.at);
    return (
      upload &&
      incident.at - upload.at <= afterUpload &&
      refuses.test(incident.message) &&
      !isAboutAnother(incident.message) &&
      (ofFile.test(incident.message) || isOfField(incident.message, upload.label))
    );
  });
  const told = byTime<Refusal>([
    ...sightingsOf(report, 'file-refused'),
    ...messages.map((incident) => ({ ...incident, text: incident.message })),
  ]);
  return told.filter(({ at }, index) => {
    const before = told[index - 1]?.at ?? -Infinity;
    // A quick hand has chosen another file meanwhile.
    return (
      at - before > sameWithin || (findLastAt(uploads, at, (upload) => upload.at)?.at ?? before) > before
    );
  });
}
