/** Shows an answer anew, such as when another site adds to it: the link in focus and what was open stay so. */
export function keepFocus(root: HTMLElement, show: () => void): void {
  const active = (root.getRootNode() as Document | ShadowRoot).activeElement;
  const link = active instanceof HTMLAnchorElement && root.contains(active) ? active.href : undefined;
  const open = [...root.querySelectorAll<HTMLDetailsElement>('details.evidence')].map((fold) => fold.open);
  show();
  root.querySelectorAll<HTMLDetailsElement>('details.evidence').forEach((fold, i) => {
    if (open[i]) fold.open = true;
  });
  if (link) [...root.querySelectorAll('a')].find(({ href }) => href === link)?.focus();
}
