import { hash } from '../guide/cache.ts';

/** Guides on a page of a list, and names on a page of names. No page grows with the number of guides. */
export const GUIDES_A_PAGE = 60;
export const NAMES_A_PAGE = 300;

/** One page of a long list. */
export type ListPage<Item> = {
  items: Item[];
  /** From 1. */
  number: number;
  /** How many pages the list has. */
  count: number;
  /** Position of the first and of the last item in the whole list, from 1; 0 in an empty list. */
  from: number;
  to: number;
  /** How many items the whole list has. */
  total: number;
};

/** Cuts a list into pages of equal size; an empty list has one empty page. */
export function listPages<Item>(items: Item[], size: number): ListPage<Item>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, i) => {
    const own = items.slice(i * size, (i + 1) * size);
    const from = own.length === 0 ? 0 : i * size + 1;
    return { items: own, number: i + 1, count, from, to: i * size + own.length, total: items.length };
  });
}

/** What follows a list's own address on one of its pages: nothing on the first, `page/2/` on the second. */
export function pageSuffix(number: number): string {
  return number === 1 ? '' : `page/${number}/`;
}

/** The value of a route's `[...page]` for a page of a list. */
export function pageParam(number: number): string | undefined {
  return pageSuffix(number).slice(0, -1) || undefined;
}

/**
 * A key that changes with the values that a page is made of; what all pages depend on is not in it. Where a guide's compiled
 * file stands is left out: lists show nothing of it.
 */
export function shownKey(props: object): string {
  const plain = (name: string, value: unknown) =>
    name === 'compiled' ? undefined : value instanceof Map ? [...value] : value;
  return hash(JSON.stringify(props, plain));
}
