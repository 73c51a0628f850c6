/**
 * Pictures that are never kept, known by what the page calls them. A captcha is made anew by every request: fetching
 * it again would break the walker's own; a two-dimensional code can be somebody's login or health code.
 */
const codes =
  'captcha|kaptcha|verif|valid(?:ate)?-?_?(?:code|img|image)|v-?code|check-?_?code|img-?_?code|code-?_?img|' +
  'auth-?_?code|rand-?_?code|code-?_?(?:pic|image)|yzm|sms-?_?code|qr-?_?code|ewm|验证码|校验码|图形码|二维码|扫码';
/** Faces, documents and signatures are personal data that no rule can mask in pixels. */
const people =
  'avatar|portrait|head-?_?(?:img|pic|image)|user-?_?(?:img|pic|icon|head)|id-?_?card|(?<![a-z])(?:sfz|zjz)|' +
  'signature|(?<![a-z])e-?sign(?![a-z])|(?<![a-z])sign-?_?(?:canvas|pad|board|area|box|img|image|pic|name)|' +
  'hand-?_?writ|autograph|头像|人像|人脸|身份证|签名|签字|手写';
/** Looser words, heeded where the page calls an element so and not as folders of an address (`/upload/banner.jpg`). */
const callings =
  'photo|(?<![a-z])face(?![a-z])|certificate|license|passport|upload|preview|thumbnail|attach|' +
  '照片|证件|证照|附件|已上传|材料预览';

const inWords = new RegExp(`${codes}|${people}|${callings}`, 'i');
/** Asked of addresses in which one of the words above stands. */
const inAddress = new RegExp(`${codes}|${people}`, 'i');
const codeInAddress = new RegExp(codes, 'i');

/** An image file as web servers store it, whose second request gives the same bytes and changes nothing. */
const plainFile = /\.(?:png|jpe?g|gif|svg|webp|avif|ico|bmp)$/i;
/** Programmes rather than files. */
const programme = /\.(?:do|action|jspx?|php|aspx?|ashx|cgi|html?)$/i;
const codeLike = /code|captcha|valid|verif|rand|qr|face|photo|idcard/i;
/** A parameter that exists to get something else than the last time. */
const askedAnew = /[?&](?:_|t|ts|r|d|rnd|rand|random|time|timestamp|date|nonce)=[\d.]/i;
/** Folders of what ships with a site; unless people put files there too, or it is called what their pictures are. */
const shipped = /\/(?:static|assets|images?|img|imgs|icons?|themes?|skins?|dist|public|css|_nuxt)\//i;
const filled = /upload|attach|user|file|temp|tmp/i;
/** The icon beside "身份证办理": a drawing, or called an icon, and numbered after nobody. */
const icon = /^(?!.*\d{4}).*(?:\.(?:svg|ico)$|(?:\/|[-_])icons?(?:\/|[-_.]).*(?<!\.jpe?g)$)/i;

const pathOf = (address: string): string => /^[^?#]*/.exec(address)?.[0] ?? '';

function withoutHost(path: string): string {
  const host = path.startsWith('https://') ? 8 : path.startsWith('http://') ? 7 : 0;
  if (host === 0) return path.replace(/^[a-z]+:\/\/[^/]*/i, '');
  const end = path.indexOf('/', host);
  return end < 0 ? '' : path.slice(end);
}

/** True when the words a page uses for a picture say that it must not be kept. */
export const soundsPersonal = (text: string): boolean => inWords.test(text);

/**
 * True for the address of a picture that is made for one request or one person: such a request is not repeated.
 * `late`: set after the page had been shown, as reloaded captchas and previews are; `personal`: the page's words for
 * it say so, which an icon that ships with the site need not mind.
 */
export function isMadeForOne(
  address: string,
  { late, personal }: { late: boolean; personal: boolean },
): boolean {
  const path = pathOf(address);
  const own = withoutHost(path);
  const isTelling = soundsPersonal(own);
  if (isTelling && codeInAddress.test(own)) return true;
  const isFile = plainFile.test(path);
  const ships = isFile && shipped.test(own) && !filled.test(own);
  if (personal || isTelling) {
    if (ships && icon.test(own)) return false;
    if (personal || inAddress.test(own)) return true;
  }
  if (ships) return false;
  return !isFile && (late || programme.test(path) || askedAnew.test(address) || codeLike.test(own));
}
