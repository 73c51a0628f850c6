/** A small page of the fidelity set: a heading, a body, and a script that waits to be called. */
export const page = (title: string, body: string, script = '', head = '') =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>${head}</head>` +
  `<body><h1>${title}</h1>${body}<script>${script}</script></body></html>`;
