/** The look of the picker. It lives in a closed shadow root; the page's rules reach the host alone. */
export const pickerStyle = `
*{box-sizing:border-box;margin:0;padding:0}
.cover{position:fixed;inset:0;pointer-events:auto;cursor:crosshair;outline:0;background:rgba(21,87,176,.05)}
.box,.tip,.how{position:fixed;pointer-events:none;font:13px/1.45 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif}
.box{border:2px solid #1557b0;border-radius:3px;background:rgba(21,87,176,.14);box-shadow:0 0 0 1px #fff}
.tip{max-width:min(320px,calc(100vw - 16px));padding:2px 8px;border-radius:4px;background:#1557b0;color:#fff;
overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.how{top:12px;left:50%;transform:translateX(-50%);padding:6px 14px;border-radius:8px;background:#1d2530;color:#fff;
box-shadow:0 4px 18px rgba(20,30,45,.3);text-align:center;max-width:calc(100vw - 24px)}
[hidden]{display:none}
`;
