import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import '../tokens.css';
import './screen-frame.css';
import { type Text, TextProvider } from '../text.tsx';
import { theme } from '../theme.ts';

export type Language = 'zh_CN' | 'en';

/** What every full page stands in: texts, antd's language and theme, and the place where messages appear. */
export function ScreenFrame(props: { text: Text; language: Language; children: ReactNode }) {
  return (
    <TextProvider text={props.text}>
      <ConfigProvider
        locale={props.language === 'en' ? enUS : zhCN}
        theme={theme}
        button={{ autoInsertSpace: false }}
      >
        <App component={false}>{props.children}</App>
      </ConfigProvider>
    </TextProvider>
  );
}
