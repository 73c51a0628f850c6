/** The look of the bar. It lives in a closed shadow root; the page's rules reach the host alone. */
export const barStyle = `
:host{--ink:#1d2530;--weak:#5b6675;--line:#dde3ea;--brand:#1557b0;--bad:#c0271d;--rec:#d4281c}
[hidden]{display:none!important}
*{box-sizing:border-box;margin:0;padding:0}
.wrap{display:flex;flex-direction:column;gap:6px;align-items:flex-start;color:var(--ink);
font:13px/1.45 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif;text-align:left}
.wrap[data-low]{flex-direction:column-reverse}.wrap[data-right]{align-items:flex-end}
.bar,.panel{background:#fff;border:1px solid #c6cfd9;border-radius:10px;box-shadow:0 4px 18px rgba(20,30,45,.22)}
.bar{display:flex;align-items:center;gap:4px;height:40px;padding:0 6px 0 0;white-space:nowrap;user-select:none}
.grip{display:flex;align-items:center;gap:7px;height:100%;padding:0 6px 0 10px;cursor:move;touch-action:none}
.dot{flex:none;width:10px;height:10px;border-radius:50%;background:var(--rec)}
[data-paused] .dot{background:#a35c00;border-radius:2px}
.clock{font-weight:600;font-variant-numeric:tabular-nums}
.step{max-width:130px;overflow:hidden;text-overflow:ellipsis}.counts{color:var(--weak);font-size:12px}
button,textarea{font:inherit;color:inherit}
button{min-height:28px;padding:0 9px;border:1px solid var(--line);border-radius:6px;background:#fff;cursor:pointer}
button:hover{border-color:var(--brand);color:var(--brand)}
:focus-visible{outline:2px solid var(--brand);outline-offset:1px}
.main{border-color:var(--brand);background:var(--brand);color:#fff;font-weight:600}.main:hover{color:#fff}
.bare{border:0;padding:0 6px;color:var(--weak);background:none}
[data-small] .more{display:none}[data-small] .bar{height:26px;padding:0;border-radius:13px}
[data-small] .grip{padding:0 7px;cursor:pointer}
.panel{display:flex;flex-direction:column;gap:8px;width:340px;max-width:calc(100vw - 16px);
max-height:min(440px,calc(100vh - 70px));padding:10px;overflow-y:auto;overscroll-behavior:contain;white-space:normal}
.row{display:flex;gap:6px;align-items:center;flex-wrap:wrap}.row>b{flex:1;min-width:0}
.chips button{border-radius:14px}
.items{display:grid;gap:1px}
.items button{display:flex;gap:8px;align-items:baseline;min-height:30px;padding:4px 6px;border:0;text-align:left}
.items button:hover,.items button:focus-visible{background:#fdecea;color:inherit}
.items [data-elsewhere]{color:var(--weak)}
kbd{flex:none;min-width:16px;padding:0 3px;border:1px solid var(--line);border-radius:3px;background:#f4f6f9;
color:var(--weak);font:11px/15px monospace;text-align:center}.chips kbd{margin-right:4px}
[aria-pressed=true]{border-color:var(--brand);background:#e8f0fb;color:var(--brand);font-weight:600}
textarea{width:100%;min-height:54px;padding:6px 8px;border:1px solid #c6cfd9;border-radius:6px;
background:#fff;resize:vertical}
.about{padding:4px 4px 4px 9px;border-radius:6px;background:#e8f0fb}.about span{flex:1;min-width:0;overflow-wrap:anywhere}
.about button{border:0;background:none;padding:0 8px}
.more-words{display:grid;gap:6px}
.toast{display:flex;gap:8px;align-items:center;padding:5px 6px 5px 12px;border-radius:8px;background:#1d2530;color:#fff;
box-shadow:0 4px 18px rgba(20,30,45,.3);max-width:calc(100vw - 16px)}.toast button{border-color:#5b6675;background:none;color:#fff}
p{color:var(--weak);font-size:12px}.warn{color:#a35c00}.bad{color:var(--bad)}
.aim{display:grid;gap:4px;padding:5px 0;border-bottom:1px solid var(--line)}.aim>span{overflow-wrap:anywhere}
.out{display:grid;text-align:left;padding:5px 10px}.out span{color:var(--weak);font-size:12px}
@media (max-width:640px){.step,.counts{display:none}}
`;
