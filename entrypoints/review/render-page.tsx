import type { ReactNode } from 'react';
import { browser } from 'wxt/browser';
import { ScreenFrame } from '../../components/screen-frame/screen-frame.tsx';
import { renderScreen, text } from '../popup/render-screen.tsx';

/** A full page of ours (review, options): antd in the browser's language, our theme and texts. */
export function renderPage(page: ReactNode): void {
  const language = browser.i18n.getUILanguage().startsWith('zh') ? 'zh_CN' : 'en';
  renderScreen(
    <ScreenFrame text={text} language={language}>
      {page}
    </ScreenFrame>,
  );
}
