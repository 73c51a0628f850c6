import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Two invented persons; nothing but a label says that these are names and numbers of somebody. */
export const persons = {
  first: { name: '欧阳禾桂', number: '990177305216' },
  second: { name: '司徒青溪', number: '990188416327' },
};
/** Of nobody's person, but leading to one. */
export const caseNumber = '20261122177305';
export const officePhone = '0990-7731458';
const { first, second } = persons;

const page = (title: string, body: string) =>
  `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`;

/** Pages of which some name two persons beside a label and the others show them bare, everywhere a page can. */
export async function serveKnownPersons() {
  const server = createServer((request, answer) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const send = (html: string, status = 200) => {
      answer.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
      answer.end(html);
    };
    if (path === '/start') return send(page('办事大厅', '<p>3个工作日办结</p>'));
    if (path === '/mine')
      return send(
        page(
          // The very page that labels the name has it in its title, which the browser tells before anything else.
          `${first.name}的个人信息`,
          `<table><tr><th>姓名</th><td>${first.name}</td></tr><tr><th>个人编号</th><td>${first.number}</td></tr></table>
           <table><tr><th>配偶姓名</th><td>${second.name}</td></tr><tr><th>配偶个人编号</th><td>${second.number}</td></tr></table>`,
        ),
      );
    if (path === '/case')
      return send(
        page(
          `办件${caseNumber}`,
          `<table><tr><th>办件编号</th><td>${caseNumber}</td></tr><tr><th>办理窗口电话</th><td>${officePhone}</td></tr></table>
           <p>受理编号：${caseNumber}，3个工作日办结，咨询12345</p><p>云岭驿站代办</p>`,
        ),
      );
    if (path === '/frame') return send(page('', `<p>由${first.name}提交</p>`));
    if (path.startsWith('/u/'))
      return send(
        page(
          `${first.name}的空间`,
          `<h1>${first.name}的办件</h1><p>档案${first.number}共2件</p><p>共同申请：与${second.name}一并办理</p>
           <button id="pick" title="查看${first.name}" aria-label="查看${second.name}">查看${first.name}</button>
           <iframe src="http://localhost:${(server.address() as AddressInfo).port}/frame"></iframe>
           <div role="alert" class="el-message el-message--error" id="toast" hidden></div>
           <script>
             document.querySelector('#pick').onclick = () => {
               setTimeout(() => { throw new Error('${first.name}的材料没有找到'); });
               fetch('/api/people/${encodeURIComponent(first.name)}/files').catch(() => {});
               const toast = document.querySelector('#toast');
               toast.hidden = false;
               toast.textContent = '${second.name}尚未确认，提交失败';
               history.pushState({}, '', '/u/${encodeURIComponent(second.name)}');
               document.title = '${second.name}的空间';
             };
           </script>`,
        ),
      );
    return send(page('没有', '没有'), path.startsWith('/api/') ? 500 : 404);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}
