import type { Context, Hono } from 'hono';
import { slowAnswerMs } from '../config.ts';
import { reemployment } from '../items/reemployment.ts';
import { employer } from '../people.ts';
import type { SiteDependencies } from '../site.ts';
import type { WizardVisit } from '../state.ts';

const maxUploadBytes = 2 * 1024 * 1024;

type Handler = (c: Context, visit: WizardVisit) => Response | Promise<Response>;

/** The wizard's JSON interface under `/api/`; the visit is known by its ticket, not by a cookie. */
export function addApi(site: Hono, { state, wait }: SiteDependencies): void {
  const withVisit = (handle: Handler) => (c: Context) => {
    const visit = state.visits.get(c.req.header('x-ticket') ?? '');
    return visit ? handle(c, visit) : c.json({ message: '会话已失效' }, 401);
  };

  // planted: r-slow-share
  site.get(
    '/api/share/person',
    withVisit(async (c, { person }) => {
      await wait(slowAnswerMs);
      const { name, idNumber, gender, birthDate, address, bankCard, phone } = person;
      return c.json({ name, idNumber, gender, birthDate, address, bankCard, phoneOnFile: phone });
    }),
  );

  // planted: r-validation-loop
  site.post(
    '/api/check/employer',
    withVisit(async (c, visit) => {
      const { creditCode } = await c.req.json();
      visit.employerChecks += 1;
      const ok = visit.employerChecks > 1 && creditCode === employer.creditCode;
      return c.json(
        ok ? { ok, name: employer.name } : { ok, message: '统一社会信用代码格式不正确，请重新填写' },
      );
    }),
  );

  // planted: r-file-reject
  site.post(
    '/api/upload',
    withVisit(async (c, visit) => {
      const { file, material } = await c.req.parseBody();
      const fits =
        file instanceof File && file.name.toLowerCase().endsWith('.pdf') && file.size <= maxUploadBytes;
      if (!fits) return c.json({ ok: false, message: '文件格式不符合要求，仅支持 PDF，且不超过 2MB' });
      visit.uploads.push(String(material));
      return c.json({ ok: true });
    }),
  );

  site.post(
    '/api/draft',
    withVisit((c) => c.json({ ok: true })),
  );

  // planted: r-job-rejection
  site.get('/api/jobs/recommend', (c) => c.html('<p>岗位推荐服务维护中</p>'));

  // planted: r-submit-500, r-submit-toast
  site.post(
    '/api/submit',
    withVisit((c, visit) => {
      visit.submits += 1;
      if (visit.submits === 1) return c.json({ code: 5003, message: '系统繁忙，请稍后重试' }, 500);
      return c.json({ ok: true, caseNo: state.fileCase(reemployment, visit.sessionId).caseNo });
    }),
  );
}
