/** What the runtime draws around a program's pages. Program styles come after it. */
export const FRAME_STYLE = `
html{--axml-tabs:0px;height:100%}
html[data-tabs]{--axml-tabs:calc(50px + env(safe-area-inset-bottom))}
body{margin:0;height:100%;overflow:hidden}
axml-screen{position:fixed;inset:0 0 var(--axml-tabs);display:block;contain:layout paint;background:#f5f5f9}
axml-screen[data-behind]{content-visibility:hidden;visibility:hidden}
axml-scroll{display:block;height:100%;overflow:hidden auto;overscroll-behavior:contain}
page{display:block;position:relative;min-height:100%;box-sizing:border-box}
axml-refresh{display:flex;align-items:center;justify-content:center;overflow:hidden;height:0;color:#666}
axml-refresh[data-dark=false]{color:#ddd}
axml-refresh[data-on]{height:50px}
axml-refresh::before,axml-loading::before{content:"";flex:none;width:18px;height:18px;border:2px solid;border-top-color:transparent;border-radius:50%}
axml-refresh[data-on]::before,axml-loading::before{animation:axml-turn .8s linear infinite}
axml-loading{position:fixed;inset:0;display:flex;align-items:center;justify-content:center;color:#666;z-index:2147483000;pointer-events:none}
@keyframes axml-turn{to{transform:rotate(1turn)}}
@media (prefers-reduced-motion:reduce){axml-refresh::before,axml-loading::before{animation:none!important}}
axml-tabs{position:fixed;inset:auto 0 0;height:var(--axml-tabs);box-sizing:border-box;padding-bottom:env(safe-area-inset-bottom);display:flex;background:#fff;border-top:1px solid #ddd}
axml-tabs[hidden]{display:none}
axml-tabs>button{all:unset;position:relative;flex:1 1 0;min-width:0;box-sizing:border-box;padding:2px;display:flex;flex-direction:column;align-items:center;justify-content:center;gap:2px;font:11px/1.2 system-ui,sans-serif;cursor:pointer}
axml-tabs>button:focus-visible{outline:2px solid;outline-offset:-3px}
axml-tabs img{width:24px;height:24px}
axml-tabs img[hidden],axml-badge[hidden]{display:none}
axml-tab-name{max-width:100%;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
axml-badge{position:absolute;top:3px;left:calc(50% + 6px);min-width:16px;height:16px;box-sizing:border-box;padding:0 4px;border-radius:8px;background:#d4380d;color:#fff;font:11px/16px system-ui,sans-serif;text-align:center}
axml-badge:empty{min-width:0;width:8px;height:8px;padding:0}
.axml-box{display:inline-block;box-sizing:border-box;border:1px dashed #888;min-width:60px;padding:4px;color:#555;background:#f0f0f0}
.axml-box>axml-label{font:12px/1.4 ui-monospace,monospace}
.axml-failed{display:block;padding:24px 16px;font:14px/1.5 system-ui,sans-serif;color:#333;overflow-wrap:anywhere}
.axml-failed h1{font-size:16px;margin:0 0 8px}
.axml-failed ul{padding-left:18px;margin:8px 0}
`;
