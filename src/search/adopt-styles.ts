/** Adds styles that only a part loaded later needs; a style element would break the Content-Security-Policy. */
export function adoptStyles(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
