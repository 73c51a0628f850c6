import locales from 'virtual:locales';
import { useEffect, useMemo, useState } from 'react';
import { ScreenFrame } from '../../components/screen-frame/screen-frame.tsx';
import { Desk } from './desk.tsx';
import './desk.css';
import { firstLanguage, rememberLanguage, textFrom } from './language.ts';

/** The desk in the reader's language. */
export function App() {
  const [language, setLanguage] = useState(firstLanguage);
  const text = useMemo(() => textFrom(locales[language]), [language]);
  useEffect(() => {
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
    document.title = text('desk.title');
  }, [language, text]);
  const switchLanguage = () => {
    const other = language === 'en' ? 'zh_CN' : 'en';
    rememberLanguage(other);
    setLanguage(other);
  };
  return (
    <ScreenFrame text={text} language={language}>
      <Desk onLanguage={switchLanguage} />
    </ScreenFrame>
  );
}
