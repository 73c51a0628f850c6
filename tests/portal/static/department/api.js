const { ticket } = document.getElementById('wizard').dataset;

async function call(path, options = {}) {
  const response = await fetch(path, { ...options, headers: { 'x-ticket': ticket, ...options.headers } });
  const body = await response.json();
  if (!response.ok) throw new Error(body.code ? `${body.message}（错误码 ${body.code}）` : body.message);
  return body;
}

const postJson = (path, body) =>
  call(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

export const loadSharedPerson = () => call('/api/share/person');
export const checkEmployer = (creditCode) => postJson('/api/check/employer', { creditCode });
export const saveDraft = (form) => postJson('/api/draft', form);
export const submitApplication = (form) => postJson('/api/submit', form);

export function uploadFile(material, file) {
  const body = new FormData();
  body.set('material', material);
  body.set('file', file);
  return call('/api/upload', { method: 'POST', body });
}
