/**
 * What the platform's elements look like before a program's styles: a style sheet of the document that programs run in
 * (gateway/axml-shell.ts), whose elements guest/axml/components makes.
 *
 * `:where` everywhere, so that any selector of a program wins, whatever it is. Only the browser's own controls inside of
 * components (`.a-control`) are out of its reach: a program's `input {…}` means the platform's input, not the tick of a checkbox.
 *
 * Colours are dark enough for WCAG AA, where the platform's own are not.
 */
export const BASE_STYLE = `
:where(html){color-scheme:only light;-webkit-text-size-adjust:100%;text-size-adjust:100%}
:where(axml-scroll){scrollbar-width:none}
:where(body){margin:0;background:#f5f5f5;color:#000;font:16px/1.5 -apple-system,BlinkMacSystemFont,"Helvetica Neue","PingFang SC","Noto Sans SC","Microsoft YaHei",Roboto,sans-serif;-webkit-tap-highlight-color:transparent;-webkit-user-select:none;user-select:none;overflow-wrap:break-word}
[hidden]{display:none!important}
:where(page,view,cover-view,navigator,picker,scroll-view,swiper-item,rich-text,checkbox-group,radio-group,form,match-media){display:block}
:where(text){white-space:pre-line}
:where(.a-selectable,rich-text){-webkit-user-select:text;user-select:text}
:where(:focus-visible){outline:2px solid #0e6ce6;outline-offset:1px}
:where(scroll-view){position:relative;scrollbar-width:none}
:where(rich-text img){max-width:100%}
:where(label){display:inline-block;cursor:default}

:where(button){font:inherit}
:where(.a-button){appearance:none;display:block;justify-self:stretch;position:relative;box-sizing:border-box;height:47px;margin:0;padding:0 14px;border:1px solid #d9d9d9;border-radius:4px;background:#fff;color:#000;font-size:18px;line-height:45px;text-align:center;white-space:nowrap;text-overflow:ellipsis;overflow:hidden;cursor:default}
:where(.a-button.a-primary){border-color:#0e6ce6;background:#0e6ce6;color:#fff}
:where(.a-button.a-warn){border-color:#d6333f;background:#d6333f;color:#fff}
:where(.a-button.a-ghost,.a-button.a-plain){background:transparent}
:where(.a-button.a-ghost,.a-button.a-primary.a-plain){border-color:#0e6ce6;color:#0e6ce6}
:where(.a-button.a-warn.a-plain){color:#d6333f}
:where(.a-button.a-mini){display:inline-block;height:30px;min-width:48px;padding:0 10px;font-size:14px;line-height:28px;vertical-align:middle}
:where(.a-button:disabled){opacity:.4}
:where(.button-hover){opacity:.7}
:where(.a-button.button-hover:not(.a-primary,.a-warn)){background:rgba(0,0,0,.1)}
a-spin{display:inline-block;box-sizing:border-box;width:.9em;height:.9em;margin-right:.4em;border:.12em solid;border-bottom-color:transparent;border-radius:50%;vertical-align:-.08em;animation:a-turn 1s linear infinite}
@keyframes a-turn{to{transform:rotate(1turn)}}
:where(.a-turns svg){animation:a-turn 1s linear infinite}

:where(input:not(.a-control)){appearance:none;box-sizing:content-box;min-width:0;height:25px;margin:0;padding:2px 5px;border:0;border-radius:0;background:#fff;color:inherit;font:inherit;font-size:17px;text-align:inherit;vertical-align:middle}
:where(input:not(.a-control):disabled){opacity:.5}
:where(input:not(.a-control),.a-control[rows]):focus-visible{outline:0}
input::placeholder,textarea::placeholder{color:var(--a-placeholder-color,#767676);font-size:var(--a-placeholder-font-size,inherit);font-weight:var(--a-placeholder-font-weight,inherit);font-style:var(--a-placeholder-font-style,inherit);letter-spacing:var(--a-placeholder-letter-spacing,inherit);opacity:var(--a-placeholder-opacity,1)}
:where(a-textarea){display:block;position:relative;padding:2px 5px;background:#fff;font-size:17px;line-height:1.4}
:where(a-textarea:has(>a-count)){padding-bottom:22px}
textarea.a-control{all:unset!important;display:block!important;box-sizing:border-box!important;width:100%!important;height:100%!important;white-space:pre-wrap!important;overflow:auto!important;-webkit-user-select:text!important;user-select:text!important;cursor:text!important}
.a-grows>textarea.a-control{field-sizing:content!important;height:auto!important}
textarea.a-control:disabled{opacity:.5!important}
a-count{position:absolute;right:5px;bottom:2px;color:#6b6b6b;font-size:14px;line-height:1.3}

:where(checkbox,radio){display:inline-block;position:relative;width:24px;height:24px;margin-right:8px;vertical-align:middle}
:where(a-switch){display:inline-block;position:relative;width:51px;height:31px;vertical-align:middle}
checkbox>.a-control,radio>.a-control,a-switch>.a-control{all:unset!important;display:block!important;position:relative!important;box-sizing:border-box!important;width:100%!important;height:100%!important;border:1px solid #8c8c8c!important;border-radius:4px!important;background:#fff!important}
radio>.a-control{border-radius:50%!important}
checkbox>.a-control:checked,radio>.a-control:checked,a-switch>.a-control:checked{border-color:transparent!important;background:var(--a-accent,#1677ff)!important}
checkbox>.a-control:checked::after,radio>.a-control:checked::after{content:"";position:absolute;left:32%;top:12%;width:28%;height:54%;border:solid #fff;border-width:0 2px 2px 0;transform:rotate(45deg);box-sizing:border-box}
a-switch>.a-control{border-radius:99px!important;border-color:transparent!important;background:#bfbfbf!important;transition:background .2s!important}
a-switch>.a-control::after{content:"";position:absolute;top:1px;left:1px;width:27px;height:27px;border-radius:50%;background:#fff;box-shadow:0 2px 5px rgba(0,0,0,.25);transition:left .2s}
a-switch>.a-control:checked::after{left:21px}
.a-control:disabled{opacity:.4!important}
.a-control:focus-visible{outline:2px solid #0e6ce6!important;outline-offset:1px!important}
textarea.a-control:focus-visible{outline:0!important}

:where(slider){display:flex;align-items:center;padding:8px 14px}
slider>.a-control{all:unset!important;-webkit-appearance:none!important;appearance:none!important;flex:1!important;min-width:0!important;box-sizing:border-box!important;height:max(var(--a-handle),24px)!important;border-radius:4px!important;touch-action:pan-y!important}
slider>.a-control::-webkit-slider-runnable-track{height:var(--a-track);border-radius:9px;background:linear-gradient(to right,var(--a-accent,#108ee9) var(--a-at),var(--a-off,#ddd) 0)}
slider>.a-control::-moz-range-track{height:var(--a-track);border-radius:9px;background:linear-gradient(to right,var(--a-accent,#108ee9) var(--a-at),var(--a-off,#ddd) 0)}
slider>.a-control::-webkit-slider-thumb{-webkit-appearance:none;box-sizing:border-box;width:var(--a-handle);height:var(--a-handle);margin-top:calc((var(--a-track) - var(--a-handle))/2);border:0;border-radius:50%;background:var(--a-handle-color,#fff);box-shadow:0 1px 5px rgba(0,0,0,.4)}
slider>.a-control::-moz-range-thumb{box-sizing:border-box;width:var(--a-handle);height:var(--a-handle);border:0;border-radius:50%;background:var(--a-handle-color,#fff);box-shadow:0 1px 5px rgba(0,0,0,.4)}
a-value{min-width:2.2em;margin-left:8px;color:#595959;font-size:14px;text-align:right;font-variant-numeric:tabular-nums}

:where(a-image){display:inline-block;width:300px;height:225px;overflow:hidden;vertical-align:top;line-height:0;background-size:100% 100%}
:where(cover-image){display:inline-block;vertical-align:top;line-height:0}
:where(a-image,cover-image)>img{display:block;color:#595959;font-size:12px;line-height:1.4}
:where(icon){display:inline-block;line-height:0;vertical-align:middle}
:where(a-progress){display:flex;align-items:center}
a-bar{flex:1;overflow:hidden;height:var(--a-track);background:var(--a-off,#e5e5e5)}
a-done{display:block;height:100%;width:var(--a-at);background:var(--a-accent,#09bb07)}
.a-active a-done{animation:a-fill 1s}
@keyframes a-fill{from{width:0}}

:where(swiper){display:block;position:relative;overflow:hidden;touch-action:pan-y}
:where(swiper.a-vertical){height:150px;touch-action:pan-x}
:where(swiper.a-still){touch-action:auto}
a-track{display:grid;flex:1;position:relative;min-width:0;height:100%}
.a-vertical>a-track{box-sizing:border-box}
a-track>*{position:absolute!important;grid-area:1/1!important;top:0!important;left:0!important;box-sizing:border-box;width:var(--a-part)!important;height:100%!important;overflow:hidden;will-change:transform}
.a-vertical>a-track>*{width:100%!important;height:var(--a-part)!important}
a-track>.a-flows{position:relative!important}
a-dots{display:flex;position:absolute;left:0;right:0;bottom:10px;justify-content:center;gap:8px;pointer-events:none}
.a-vertical>a-dots{flex-direction:column;left:auto;right:10px;top:0;bottom:0}
a-dot{width:8px;height:8px;border-radius:50%;background:var(--a-dot,rgba(0,0,0,.3))}
a-dot.a-on{background:var(--a-dot-on,#000)}

:where(movable-area){display:block;position:relative;width:10px;height:10px}
:where(movable-view){display:block;position:absolute;top:0;left:0;width:10px;height:10px;touch-action:none}

:where(picker-view){display:flex;position:relative;overflow:hidden;height:238px;background:#fff;container-type:size}
:where(picker-view-column){display:block;flex:1;min-width:0;height:100%;overflow:hidden auto;scroll-snap-type:y mandatory;scrollbar-width:none;text-align:center;outline-offset:-2px}
:where(picker-view-column)::before,:where(picker-view-column)::after{content:"";display:block;height:calc(50cqh - var(--a-line,34px)/2)}
:where(picker-view-column)>*{height:var(--a-line,34px);line-height:var(--a-line,34px);overflow:hidden;scroll-snap-align:center}
:where(a-mask){position:absolute;inset:0;pointer-events:none;background:linear-gradient(rgba(255,255,255,.85),rgba(255,255,255,.4) 42%,transparent 42% 58%,rgba(255,255,255,.4) 58%,rgba(255,255,255,.85))}
:where(a-frame){position:absolute;left:0;right:0;top:50%;box-sizing:border-box;height:34px;transform:translateY(-50%);pointer-events:none;border:solid #d9d9d9;border-width:1px 0}

.a-picker{position:fixed;inset:0;width:100%;max-width:none;height:100%;max-height:none;margin:0;padding:0;border:0;background:none;color:#000}
.a-picker[open]{display:flex;align-items:flex-end}
.a-picker::backdrop{background:rgba(0,0,0,.45)}
a-sheet{display:block;width:100%;background:#fff;border-radius:12px 12px 0 0;overflow:hidden}
a-head{display:flex;align-items:center;justify-content:space-between;border-bottom:1px solid #eee}
a-title{flex:1;text-align:center;font-size:16px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
a-head>.a-control{all:unset!important;padding:11px 16px!important;color:#0e6ce6!important;font-size:17px!important;cursor:default!important}
a-head>.a-control:focus-visible{outline:2px solid #0e6ce6!important;outline-offset:-3px!important}
a-columns{display:flex}
a-columns>.a-control{all:unset!important;flex:1!important;min-width:0!important;height:252px!important;overflow:hidden auto!important;scrollbar-width:thin!important;font-size:17px!important}
a-columns>.a-control:focus-visible{outline:2px solid #0e6ce6!important;outline-offset:-3px!important}
a-columns option{padding:6px 12px;text-align:center;line-height:24px;min-height:24px;overflow:hidden;text-overflow:ellipsis}
a-columns option:checked{background:#e3efff linear-gradient(#e3efff,#e3efff);color:#000;font-weight:600}

:where(.a-placeholder){display:block;position:relative;box-sizing:border-box;min-width:44px;min-height:44px;border:1px dashed #8c8c8c;background:#f0f0f0;overflow:hidden}
:where(a-map,a-canvas,a-video,camera,lottie).a-placeholder{width:300px;height:225px}
.a-placeholder>a-name{position:absolute;inset:0;display:grid;place-items:center;color:#595959;font:13px/1.4 ui-monospace,monospace;pointer-events:none}
:where(web-view){display:block;position:fixed;inset:0;background:#fff}
web-view>iframe{display:block;width:100%;height:100%;border:0}
a-blocked{display:grid;height:100%;place-content:center;gap:8px;padding:24px;box-sizing:border-box;color:#595959;font-size:14px;text-align:center}
a-blocked>a-name{font:13px/1.4 ui-monospace,monospace;overflow-wrap:anywhere}
`;
