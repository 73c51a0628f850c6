import { CollectorError, ReportList } from '../../lib/model/collector-api.ts';
import { SessionReport } from '../../lib/model/report.ts';
import { z } from '../../lib/model/zod.ts';

/** Why the collector did not give what was asked for. `message` is empty for our own codes: `offline`, `nonsense`. */
export class ApiProblem extends Error {
  override name = 'ApiProblem' as const;
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const Me = z.object({
  name: z.string(),
  email: z.string(),
  role: z.enum(['admin', 'reviewer']),
  collector: z.string(),
});
export type Me = z.infer<typeof Me>;
const Device = z.object({
  id: z.string(),
  name: z.string(),
  enrolledAt: z.number(),
  lastReportAt: z.number().nullable(),
  revokedAt: z.number().nullable(),
});
export type Device = z.infer<typeof Device>;
const Devices = z.object({ devices: z.array(Device) });
const Code = z.object({ code: z.string() });

async function ask(path: string, method: string, body?: unknown): Promise<Response> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    ...(body === undefined
      ? {}
      : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ApiProblem(0, 'offline', '');
  });
  if (response.ok) return response;
  const refusal = CollectorError.safeParse(await response.json().catch(() => undefined));
  if (refusal.success) throw new ApiProblem(response.status, refusal.data.code, refusal.data.message);
  throw new ApiProblem(response.status, 'nonsense', '');
}

async function read<T extends z.ZodType>(
  schema: T,
  path: string,
  method = 'GET',
  body?: unknown,
): Promise<z.infer<T>> {
  const response = await ask(path, method, body);
  const parsed = schema.safeParse(await response.json().catch(() => undefined));
  if (parsed.success) return parsed.data;
  throw new ApiProblem(response.status, 'nonsense', '');
}

/** The collector's API as the desk uses it, with the cookies of this site. Everything rejects with ApiProblem. */
export const api = {
  me: () => read(Me, '/api/me'),
  signIn: (email: string, password: string) => ask('/api/sign-in', 'POST', { email, password }),
  signOut: () => ask('/api/sign-out', 'POST'),
  /** `current` is left out where no password was set yet. */
  setPassword: (password: string, current?: string) =>
    ask('/api/me/password', 'PUT', { password, ...(current ? { current } : {}) }),
  reports: (q: string, cursor?: string) =>
    read(
      ReportList,
      `/api/reports?${new URLSearchParams({ ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) })}`,
    ),
  report: (id: string) => read(SessionReport, `/api/reports/${encodeURIComponent(id)}`),
  object: async (sha256: string) =>
    new Uint8Array(await (await ask(`/api/objects/${encodeURIComponent(sha256)}`, 'GET')).arrayBuffer()),
  devices: async () => (await read(Devices, '/api/devices')).devices,
  revokeDevice: (id: string) => ask(`/api/devices/${encodeURIComponent(id)}`, 'DELETE'),
  createCode: async () => (await read(Code, '/api/enrolment-codes', 'POST')).code,
};
