/**
 * The style sheet of every page that we write. Contrast is at least 4.5 to 1, and nothing is told by colour alone.
 */
export const STYLE = `
:root{--ink:#16191d;--soft:#505a5f;--line:#b1b4b6;--wash:#f4f6f7;--blue:#1d5a94;--deep:#173f66}
*{box-sizing:border-box}
body{margin:0;font:18px/1.55 Arial,Helvetica,"Liberation Sans",sans-serif;color:var(--ink);background:#fff;overflow-wrap:break-word}
.skip{position:absolute;left:-99em}.skip:focus{left:8px;top:8px;background:#fff;padding:8px;outline:3px solid #ffdd00;color:var(--ink)}
a{color:var(--blue)}a:focus,summary:focus{outline:3px solid #ffdd00;outline-offset:1px;background:#ffdd00;color:var(--ink)}
header,main,footer{max-width:920px;margin:0 auto;padding:0 20px}
header{display:flex;justify-content:space-between;flex-wrap:wrap;gap:0 20px;padding-top:14px;padding-bottom:12px;border-bottom:1px solid var(--line)}
header p{margin:0}.product{font-weight:bold}.quiet,.page,.says,.absent,.level{color:var(--soft)}
h1{font-size:34px;line-height:1.2;margin:34px 0 8px}h2{font-size:25px;line-height:1.25;margin:52px 0 14px}h3{font-size:20px;line-height:1.3;margin:28px 0 8px}h4{font-size:16px;margin:0 0 4px}
p{margin:0 0 12px}ul,ol{margin:0 0 12px;padding-left:24px}li{margin:0 0 8px}
.page{font-size:15px;font-weight:normal;white-space:nowrap}
.absent{font-style:italic}
.counts{font-size:19px}
nav{margin:26px 0;padding:14px 18px;background:var(--wash)}nav h2{font-size:18px;margin:0 0 6px}nav ul{list-style:none;padding:0;margin:0;columns:2;column-gap:32px}nav li{margin:0 0 4px;break-inside:avoid}nav ul ul{columns:1;padding-left:18px;margin-top:4px;font-size:16px}nav li.open{break-inside:auto}
.changes li{margin-bottom:12px;padding-left:4px}.needs{display:inline-block;font-size:15px;color:var(--soft)}
.profile{margin:18px 0 22px}.profile svg{display:block;width:100%;max-width:560px;height:auto}
.profile text{font:bold 13px Arial,Helvetica,"Liberation Sans",sans-serif;fill:#16191d}.profile .n3{fill:#fff}
.l3{fill:#173f66;stroke:#173f66}.l2{fill:#8fb4d6;stroke:#1d5a94}.l1{fill:#dbe8f3;stroke:#1d5a94}.l0{fill:#fff;stroke:#505a5f;stroke-dasharray:4 3}.lnone{fill:#e2e4e5;stroke:#505a5f}
table{border-collapse:collapse;width:100%;font-size:16px}caption{text-align:left;color:var(--soft);padding-bottom:6px}
th,td{text-align:left;vertical-align:top;padding:8px 10px 8px 0;border-bottom:1px solid var(--line)}
.check{table-layout:fixed}.check th:first-child{width:30%}.check th:nth-child(2){width:17%}.check .page{margin:0;white-space:normal}
.numbers td span{display:block;color:var(--soft);font-size:15px}.numbers b{display:inline-block;min-width:22px;padding:0 5px;text-align:center;border:1px solid var(--blue)}
.numbers .c3 b{background:#173f66;color:#fff}.numbers .c2 b{background:#8fb4d6}.numbers .c1 b{background:#dbe8f3}.numbers .c0 b{border:1px dashed var(--soft)}
.numbers .zero b{background:none;color:var(--soft);border-color:transparent}
.item{margin:0 0 36px;padding-top:2px;border-top:3px solid var(--ink)}.item h3{margin:12px 0 10px}.item .label{display:inline-block;min-width:32px;margin-right:8px}
.item h3 .page{float:right;margin-left:12px}
.words{margin:0 0 14px;padding:10px 16px;background:var(--wash);line-height:2.15}.words p{margin:0}
.rows{margin:0 0 14px;font-size:16px;line-height:1.45}.row{display:grid;grid-template-columns:128px 1fr;gap:0 12px;padding:6px 0;border-bottom:1px solid #e3e5e6}
dt,dd{margin:0}dt{display:flex;align-items:flex-start;justify-content:space-between;gap:8px}
.meter{display:inline-flex;gap:2px;padding-top:5px}.meter i{width:11px;height:11px;border:1px solid var(--deep);background:#fff}.meter .on{background:var(--deep)}
.tag{font:bold 12px/1.3 Arial,Helvetica,"Liberation Sans",sans-serif;padding:1px 4px;margin-right:3px;border:1px solid currentColor;white-space:nowrap;background:#fff}
.m{text-decoration-line:underline;text-decoration-thickness:2px;text-decoration-skip-ink:none}
.d0{text-underline-offset:4px}.d1{text-underline-offset:8px}.d2{text-underline-offset:12px}.d3{text-underline-offset:16px}
.tag-agency{color:#12508c}.m-agency{text-decoration-style:solid;text-decoration-color:#12508c;text-decoration-thickness:3px}
.tag-action{color:#00603c}.m-action{text-decoration-style:solid;text-decoration-color:#00703c}
.tag-method{color:#00603c}.m-method{text-decoration-style:dashed;text-decoration-color:#00703c}
.tag-measure{color:#5a2d81}.m-measure{text-decoration-style:double;text-decoration-color:#5a2d81}
.tag-deadline{color:#7a4100}.m-deadline{text-decoration-style:dotted;text-decoration-color:#7a4100;text-decoration-thickness:3px}
.tag-reason,.tag-outcome,.tag-target,.tag-note{color:#444c51}.m-reason,.m-outcome,.m-target{text-decoration-style:dotted;text-decoration-color:#505a5f}
.tag-cliche{color:#8a1538}.m-cliche{text-decoration-style:wavy;text-decoration-color:#8a1538;text-decoration-thickness:1.5px}
.tag-blame{color:#6b2c00}.m-blame{text-decoration-style:wavy;text-decoration-color:#6b2c00;text-decoration-thickness:1.5px}
.key{font-size:16px;line-height:2.1}.key .m{margin-right:14px}
.ask{margin:0 0 12px;padding:8px 16px;border-left:4px solid var(--blue)}.ask ul{margin:0;list-style:none;padding:0}.ask li{margin:2px 0}
.frame{font-size:16px;margin:0 0 12px}.frame p{margin:4px 0;padding-left:16px}summary{cursor:pointer;color:var(--blue)}
.gap{color:#8a1538;letter-spacing:0}
.details{columns:2;column-gap:32px;font-size:16px}.details li{margin:0 0 4px;break-inside:avoid}
.units{list-style:none;padding:0}.units li{padding:6px 0;margin:0;border-bottom:1px solid #e3e5e6}.units li:target,.item:target{outline:3px solid #ffdd00}
footer{margin-top:56px;padding-top:16px;padding-bottom:40px;border-top:1px solid var(--line);font-size:16px;color:var(--soft)}footer ul{padding-left:20px}
@media(max-width:620px){body{font-size:17px}h1{font-size:27px}h2{font-size:22px;margin-top:40px}nav ul,.details{columns:1}.row{grid-template-columns:1fr;gap:2px}dt{justify-content:flex-start}.words{padding:8px 12px}
.item h3 .page{float:none}.numbers caption{display:block}.numbers thead{position:absolute;left:-99em}.numbers,.numbers tbody,.numbers tr,.numbers th,.numbers td{display:block}.numbers tr{padding:8px 0;border-bottom:1px solid var(--line)}.numbers th,.numbers td{border:0;padding:2px 0}.numbers td span{display:inline}.numbers .zero{display:none}}
@media print{@page{margin:18mm 16mm}body{font-size:11pt}header,main,footer{max-width:none;padding-left:0;padding-right:0}nav,.skip{display:none}h1{font-size:20pt;margin-top:12pt}h2{font-size:15pt;margin-top:20pt}h3{font-size:12.5pt}
h2,h3,h4,.key{break-after:avoid}.profile svg{max-width:340px}.item{margin-bottom:18pt}.words,.row,.ask,.frame,.units li,tr,.profile{break-inside:avoid}.rows,table,.frame,footer{font-size:10pt}a{color:inherit;text-decoration:none}
.words,.meter i,.numbers b,.profile svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}details::details-content{content-visibility:visible;block-size:auto}summary{color:inherit;font-weight:bold;list-style:none}}
`;
