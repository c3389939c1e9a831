/** Marks in the contents where the reader is. */
export function followContents(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents ol a')];
  const places = links.flatMap((link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return target ? { link, target } : [];
  });
  if (places.length === 0) return;
  // Beside the text it is always open, so its summary opens nothing.
  const isBeside = matchMedia('(min-width: 64rem)').matches && CSS.supports('selector(::details-content)');
  if (isBeside) document.querySelector<HTMLElement>('.contents summary')!.tabIndex = -1;
  const mark = () => {
    const line = innerHeight / 3;
    const isEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    const here = isEnd
      ? places.at(-1)
      : places.findLast(({ target }) => target.getBoundingClientRect().top < line);
    for (const place of places)
      if (place === (here ?? places[0])) place.link.setAttribute('aria-current', 'true');
      else place.link.removeAttribute('aria-current');
  };
  let isWaiting = false;
  addEventListener(
    'scroll',
    () => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        mark();
      });
    },
    { passive: true },
  );
  mark();
}
