import type { Stage } from '../../../lib/model/stage.ts';

const portal = 'http://zwfw.localhost:4610';
const login = 'http://login.localhost:4611';
const department = 'http://rs.localhost:4612';
const old = 'http://old.localhost:4613';
const code = '11990000MB2000019U2002014031001';
const caseNo = `${code}202603180001`;

/** Addresses of the practice portal with the stage and step name they stand for. */
export const practiceAddresses: [url: string, stage: Stage, name: string][] = [
  [`${portal}/`, 'find', '首页'],
  [`${portal}/search?q=失业`, 'find', '搜索事项'],
  [`${portal}/guide/${code}`, 'find', '办事指南'],
  [`${portal}/guide/${code}#cl`, 'find', '办事指南'],
  [`${portal}/page/help`, 'consult', '咨询投诉'],
  [`${portal}/page/contact`, 'consult', '咨询投诉'],
  [`${portal}/download/template/TSG-2026-01`, 'material', '样表下载'],
  [`${login}/login?service=${encodeURIComponent(`${portal}/my`)}&reason=timeout`, 'login', '统一身份认证'],
  [`${portal}/handle/${code}`, 'apply', '在线办理'],
  [`${department}/apply/reemployment?ticket=00000000-0000-4000-8000-000000000000`, 'apply', '部门申报'],
  [`${old}/login.html`, 'login', '部门系统登录'],
  [`${old}/login.do`, 'login', '部门系统登录'],
  [`${old}/index.html`, 'apply', '部门系统首页'],
  [`${old}/main.html`, 'apply', '部门系统首页'],
  [`${old}/query.html`, 'other', '参保信息查询'],
  [`${old}/transfer.html`, 'apply', '关系转移申请'],
  [`${old}/result.html?no=${caseNo}`, 'result', '提交结果'],
  [`${old}/receipt.html?no=${caseNo}&xm=x&sfzh=y`, 'result', '业务受理回执'],
  [`${portal}/result/${caseNo}`, 'result', '办理结果'],
  [`${portal}/my`, 'progress', '办件进度'],
  [`${portal}/rate/${caseNo}`, 'rate', '好差评'],
  [`${portal}/page/hao-cha-ping`, 'rate', '好差评说明'],
];
