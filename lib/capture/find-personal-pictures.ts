import { isMadeForOne, soundsPersonal } from './personal-pictures.ts';

/** How far up what the page calls a place still names the picture in it. */
const levels = 2;

/**
 * Pictures on the page of which no pixel may be kept: faces, documents, captchas, codes to scan, and any camera. The
 * same words and addresses count as for frozen assets.
 */
export function findPersonalPictures(root: ParentNode = document): Element[] {
  return [...root.querySelectorAll('img,canvas,video,input[type=image],object,embed')].filter((element) => {
    if (element.localName === 'video') return (element as HTMLVideoElement).srcObject !== null;
    const personal = soundsPersonal(wordsOf(element));
    if (element.localName !== 'img') return personal;
    const { currentSrc, src } = element as HTMLImageElement;
    const address = currentSrc || src;
    if (/^(?:data|blob):/i.test(address)) return personal;
    return isMadeForOne(address, { late: false, personal });
  });
}

function wordsOf(element: Element): string {
  const words = ['id', 'alt', 'title', 'name', 'class'].map((name) => element.getAttribute(name) ?? '');
  let at = element.parentElement;
  for (let n = 0; at && n < levels; at = at.parentElement, n += 1) words.push(at.getAttribute('class') ?? '');
  return words.join(' ').trim();
}
