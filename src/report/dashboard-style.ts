/** Added to the style sheet of every page. One hue, by darkness: never red, amber and green. */
export const DASHBOARD_STYLE = `
.chart{margin:16px 0 20px}.chart svg{display:block;width:100%;max-width:560px;height:auto}
.chart text{font:13px Arial,Helvetica,"Liberation Sans",sans-serif;fill:#16191d}.chart .value{font-weight:bold}.chart .n3{fill:#fff}
.track{fill:#eef1f3}.bar{fill:#8fb4d6;stroke:none}.range{fill:none;stroke:#16191d;stroke-width:1.5}.axis{fill:none;stroke:#505a5f}
.figures td,.figures th{padding-right:14px}.figures td.n,.figures th.n{text-align:right;white-space:nowrap}
.key{list-style:none;padding:0;font-size:16px}.key li{margin:0 0 2px}.key svg{width:26px;height:16px;vertical-align:-2px}
.figures td:last-child:not(.n){min-width:190px}.wide caption span{display:block;position:sticky;left:0;max-width:calc(100vw - 40px)}.wide{overflow-x:auto}.wide:focus{outline:3px solid #ffdd00}.warn{padding:10px 16px;border-left:6px solid var(--ink);background:var(--wash)}
.studies dt{display:block;font-weight:bold}.studies dd{margin:0 0 12px}
.tools{display:flex;flex-wrap:wrap;gap:10px 18px;margin:0 0 12px;align-items:end}.tools label{display:block;font-size:15px}.tools input,.tools select,.tools button{font:inherit;font-size:16px;padding:6px 8px;border:2px solid var(--ink);border-radius:0;background:#fff;max-width:100%}
.tools input{width:300px}.tools :focus{outline:3px solid #ffdd00;outline-offset:0}
.asks{list-style:none;padding:0}.asks li{padding:12px 0;margin:0;border-bottom:1px solid var(--line)}.asks .where{color:var(--soft);font-size:15px;margin:0 0 4px}.asks .said{margin:0;white-space:pre-line;line-height:2}
.asks mark{background:#ffe98a;color:inherit}
@media(max-width:620px){.tools input{width:100%}.tools>div{width:100%}}
@media print{.tools{display:none}.chart svg{max-width:380px}.chart,.figures tr{break-inside:avoid}.bar,.track,.l0,.l1,.l2,.l3{print-color-adjust:exact;-webkit-print-color-adjust:exact}.wide{overflow:visible}}
`;
