/// <reference types="vite/client" />

/** The texts of both languages, flat: `review.save` -> sentence. Made by locale-plugin.ts. */
declare module 'virtual:locales' {
  const locales: Record<'zh_CN' | 'en', Record<string, string>>;
  export default locales;
}
