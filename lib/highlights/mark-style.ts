/**
 * The look of the marks: colours of components/ui/tokens.css, lengths in pixels, since a page sets the size of its `rem`.
 * What is said of the host is important, which in a shadow tree outdoes whatever the page says of its elements (CSS
 * Cascading 5, section 6.1). The fill is so faint that no text loses a tenth of its contrast; the line is what is seen.
 */
const markStyle = `
:host {
  all: initial !important;
  position: absolute !important;
  inset: 0 auto auto 0 !important;
  inline-size: 0 !important;
  block-size: 0 !important;
  z-index: 2147483647 !important;
  pointer-events: none !important;
}
.mark { position: absolute; outline: none; }
.mark[hidden] { display: none; }
.line {
  position: absolute;
  box-sizing: border-box;
  border-bottom: 2px solid var(--line, #7a4e0a);
  background: rgb(var(--fill, 122 78 10) / 0.1);
}
.is-light .line { --line: #e3b566; --fill: 227 181 102; }
.is-changed .line { border-bottom-style: dashed; }
.is-on .line { border-bottom-width: 3px; background: rgb(var(--fill, 122 78 10) / 0.22); }
.mark:focus-visible .line { outline: 2px solid var(--line, #7a4e0a); outline-offset: 1px; }
.card {
  --ground: #fff;
  --text: #24211d;
  --muted: #57524a;
  --edge: #89837a;
  position: absolute;
  box-sizing: border-box;
  inline-size: max-content;
  max-inline-size: min(320px, calc(100vw - 16px));
  padding: 8px 12px;
  border: 1px solid var(--edge);
  border-radius: 5px;
  background: var(--ground);
  color: var(--text);
  font: 400 13px/1.45 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif;
  box-shadow: 0 1px 2px #0002, 0 8px 24px #0003;
  overflow-wrap: anywhere;
  pointer-events: auto;
}
.card[hidden] { display: none; }
.card p { margin: 0; text-align: start; }
.card b { font-weight: 600; }
.card .note { color: var(--muted); font-size: 12px; }
@media (prefers-color-scheme: dark) {
  .card { --ground: #262421; --text: #ece8e1; --muted: #b9b3a8; --edge: #857f74; }
}
@media (forced-colors: active) {
  .line { forced-color-adjust: none; background: none; border-bottom-color: Highlight; }
  .is-on .line, .mark:focus-visible .line { background: none; outline: 2px solid Highlight; outline-offset: 1px; }
  .card { --ground: Canvas; --text: CanvasText; --muted: CanvasText; --edge: CanvasText; box-shadow: none; }
}
@media print { :host { display: none !important; } }
`;

/** Puts the look on. No page's policy forbids a sheet that is made here; older Firefox refuses that to us, but no style element. */
export function dress(shadow: ShadowRoot, make: (name: string) => HTMLElement): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(markStyle);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    const style = make('style');
    style.textContent = markStyle;
    shadow.append(style);
  }
}
