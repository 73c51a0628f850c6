import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { nestQuotes } from '../../components/format/nest-quotes.ts';
import { type Text, TextProvider } from '../../components/text.tsx';
import '../../components/tokens.css';
import { browser } from 'wxt/browser';

/** The browser's translations under the keys of locales/*.yml. */
export const text: Text = (key, ...values) =>
  nestQuotes(browser.i18n.getMessage(key.replaceAll('.', '_') as never, values.map(String))) || key;

/** Puts a screen into the page. */
export function renderScreen(screen: ReactNode): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no #root');
  document.documentElement.lang = browser.i18n.getUILanguage();
  createRoot(root).render(
    <StrictMode>
      <TextProvider text={text}>{screen}</TextProvider>
    </StrictMode>,
  );
}
