import { TAG_PATTERN } from './tags.ts';

const NOT_FILLED = new RegExp(
  '^(?:[-—_/\\s*·.…]*$|N/A$|null$|undefined$|无$|空$|暂无|不详|不限|同上|见|详见|请|必填|选填|必须|应与|应当|应为|须|需要|' +
    '需与|需填|按照|按规定|根据|如实|自动|未填|未认证|未登录|未绑定|已认证|已实名|已绑定|待完善|与身份|与证件|与申请|与本人|' +
    '同身份|为空|不能|不可|不得|格式|输入|填写|点击|例如|如[:]|系统|申请人|本人|年满|具有|符合|依法|个人$|法人$|企业$|自然人|' +
    '公民$|组织$|单位$|其他$|全部$|所有)',
);
/** What all of them begin with: one look refuses nearly every value. */
const BEGINS_SO =
  '-—_/*·.…Nnu无空暂不详同见请必选应须需按根如自未已与为格输填点例系申本年具符依个法企公组单其全所';
const SPEAKS_OF_THE_FIELD = /不能为空|不正确|有误|格式|必填|不符|无效|失败|长度|请输入|请选择|请填写/;
const COMMAND =
  /^(?:修改|编辑|查看|复制|显示|隐藏|删除|更换|绑定|解绑|选择|获取|发送|重新获取|点击|去认证|去完善|保存|取消|确定|提交|更多|展开|收起)/;
const MASKED_ALREADY =
  /^[^0-9]{0,3}[0-9A-Za-z@.+ -]{0,8}[*•●＊]{2,}[0-9A-Za-z@. *•●＊-]{0,16}$|^.?[*•●＊]{1,4}.?$/;
const ONLY_TAGS = new RegExp(`^(?:${TAG_PATTERN}[\\s,，、/]*)+$`);

const STAR = /[*•●＊]/;
const BRACKETED_HINT = /[([【](?:必填|选填|可选|非必填)(?:[)\]】]|$)/g;
/** Halls, counters and authorities, where nobody lives. */
const OFFICE_PLACE =
  /政务|(?:服务|行政|事业|管理|审批|便民|企业)中心|[大服办]厅|[\u4e00-\u9fff]{2}[厅局](?:[,;0-9(]|$)|支队|大队|窗口|管委会|(?:保障|管理|审批|监督|监管|规划|公安|民政|财政|税务|司法|教育)[分总]?局/;
const HOME = /单元|宿舍|家属/;

/** True for what stands where a value would be, but tells nothing of a person: hints, "none", "see guide". */
export function isServiceValue(normalValue: string): boolean {
  const bare = normalValue.replace(BRACKETED_HINT, '').replace(/^[\s([【<]+/, '');
  if (bare === '' && normalValue.trim() !== '') return true;
  const first = bare[0];
  const mayBeHint = first === undefined || BEGINS_SO.includes(first) || first.trim() === '';
  return (mayBeHint && NOT_FILLED.test(bare)) || SPEAKS_OF_THE_FIELD.test(bare) || COMMAND.test(bare);
}

/** True for a value its portal has already half hidden (`180****1999`, `李**`) or that is a tag of ours. */
export function isMaskedAlready(value: string): boolean {
  if (value.includes('〔') && ONLY_TAGS.test(value)) return true;
  if (!STAR.test(value)) return false;
  const longRun = /\d{6}\d*[*•●＊]/.test(value) && /\d{9}/.test(value);
  return MASKED_ALREADY.test(value) && !longRun;
}

/** Public service numbers: 12345 and its kin, 95xxx, 96xxx, 400 and 800 lines, emergency numbers. */
export function isHotline(normalValue: string): boolean {
  return /^(?:(?:0\d{2,3}-?)?(?:1[12]\d|12\d{3,4}|123\d{2,5}|9[56]\d{3,6})|[48]00-?\d{3,4}-?\d{3,4})$/.test(
    normalValue.replace(/\s/g, ''),
  );
}

/** True for a hotline, or a number that stands with the name of an office. */
export function isOfficePhone(normalValue: string): boolean {
  return isHotline(normalValue) || OFFICE_PLACE.test(normalValue);
}

/** True for the address of a hall or an authority, not of a home. */
export function isOfficePlace(normalValue: string): boolean {
  return OFFICE_PLACE.test(normalValue) && !HOME.test(normalValue);
}
