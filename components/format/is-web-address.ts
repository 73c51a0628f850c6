/** True for an address that a browser opens as a page, and nothing else: packs and catalogues are files. */
export const isWebAddress = (url: string | undefined): url is string =>
  url !== undefined && /^https?:\/\/[^\s/]/i.test(url);
