import type { ThemeConfig } from 'antd';

/** The values of tokens.css as antd wants them: keep the two in step. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1557b0',
    colorInfo: '#1557b0',
    colorLink: '#1557b0',
    colorError: '#c0271d',
    colorWarning: '#a35c00',
    colorSuccess: '#1c7a3e',
    colorInfoBg: '#e8f0fb',
    colorErrorBg: '#fdecea',
    colorWarningBg: '#fff4e0',
    colorSuccessBg: '#e6f5ec',
    colorText: '#1d2530',
    colorTextSecondary: '#5b6675',
    colorBorder: '#cdd5de',
    colorBorderSecondary: '#dde3ea',
    colorBgLayout: '#f4f6f9',
    borderRadius: 6,
    fontSize: 14,
    fontFamily:
      '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif',
    // What moves costs an office PC time, and a page that is not drawn leaves it half-way: a wheel in a button's name, a
    // list that lies over the next one.
    motion: false,
  },
  components: {
    Table: { cellPaddingBlockSM: 8, headerBg: '#f4f6f9' },
    Tabs: { horizontalMargin: '0', horizontalItemPadding: '10px 0' },
  },
};
