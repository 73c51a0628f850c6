import type { Stage } from '../../../lib/model/stage.ts';

const uuid = '05491f6f-9ef9-4339-b33d-cb0ba6305103';

/** Shapes of real portals' addresses as public pages and programs show them; identifiers are arbitrary. */
export const realAddresses: [siteId: string, url: string, stage: Stage][] = [
  ['shandong-weihai', 'http://whzwfw.sd.gov.cn/wh/public/index', 'find'],
  ['shandong-weihai', `http://whzwfw.sd.gov.cn/wh/icity/proinfo/index?id=${uuid}`, 'find'],
  ['shandong-weihai', 'http://whzwfw.sd.gov.cn/wh/icity/submitsp/baseinfo?itemId=1', 'apply'],
  ['shandong-weihai', 'http://whzwfw.sd.gov.cn/wh/icity/submitsp/usbkey?itemId=1&sblsh=2', 'verify'],
  ['shandong-weihai', 'http://zwfw.sd.gov.cn/JIS/front/login.do?uuid=x&gotourl=y', 'login'],
  ['shandong-weihai', 'https://tysfrz.isdapp.shandong.gov.cn/jis-web/login', 'login'],
  ['liaoning', 'https://www.lnzwfw.gov.cn/?gb=1', 'find'],
  ['liaoning', 'https://www.lnzwfw.gov.cn/wsbs/zrr/', 'find'],
  ['liaoning', `https://center.lnzwfw.gov.cn/api/web/matter/getContent?id=${uuid}`, 'find'],
  ['liaoning', 'https://sso.lnzwfw.gov.cn/ids/custom/liaoning/login.jsp?coAppName=a&surl=b', 'login'],
  ['guangdong', 'https://www.gdzwfw.gov.cn/portal/v3/index', 'find'],
  ['guangdong', 'https://www.gdzwfw.gov.cn/portal/guide/11445122MB2D24374A4440225982010', 'find'],
  ['guangdong', 'https://www.gdzwfw.gov.cn/portal/v2/search?region=440300&keyword=x', 'find'],
  ['guangdong', 'https://www.gdzwfw.gov.cn/portal/v2/progress-query-detail', 'progress'],
  ['guangdong', 'https://tyrz.gd.gov.cn/tif/sso/connect/page/oauth2/authorize?client_id=a', 'login'],
  ['guangdong', 'https://tyrz.gd.gov.cn/pscp/sso/static/?redirect_uri=b', 'login'],
];
