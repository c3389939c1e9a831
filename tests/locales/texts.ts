type Tree = string | { [key: string]: Tree };

/** Every text of a locale by its path: `guide.causes.one`. */
export function textsOf(tree: unknown, path = ''): Record<string, string> {
  if (typeof tree === 'string') return { [path]: tree };
  return Object.assign(
    {},
    ...Object.entries(tree as object).map(([key, value]) => textsOf(value, path ? `${path}.${key}` : key)),
  ) as Record<string, string>;
}

/** The same tree with each text replaced. */
export function mapTexts<Locale>(locale: Locale, map: (text: string) => string): Locale {
  const walk = (tree: Tree): unknown => {
    if (typeof tree === 'string') return map(tree);
    if (Array.isArray(tree)) return (tree as Tree[]).map(walk);
    return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, walk(value)]));
  };
  return walk(locale as Tree) as Locale;
}
