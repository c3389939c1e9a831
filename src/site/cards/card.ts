import { hash } from '../../guide/cache.ts';
import type { Site } from '../../guide/site-schema.ts';

/** What stands on a page's picture for social networks. */
export type Card = {
  /** The page's title: `WorkerLostError: Worker exited prematurely (Celery)`. */
  title: string;
  /** The page's description. */
  text: string;
  /** The site's name, its address without the protocol, and its mark as SVG. */
  site: string;
  address: string;
  mark: string;
};

/** What all cards of a site have in common. */
export type CardFrame = Omit<Card, 'title' | 'text'>;

/** @param book the mark of sites that have none of their own, as SVG */
export function cardFrame({ name, url, mark }: Pick<Site, 'name' | 'url' | 'mark'>, book: string): CardFrame {
  const { host, pathname } = new URL(url);
  return { site: name, address: (host + pathname).replace(/\/$/, ''), mark: mark ?? book };
}

export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

/** The path of a page's picture, which changes with what stands on it: networks keep a picture by its address. */
export function cardPath({ title, text, site, address, mark }: Card): string {
  return `/cards/${hash([title, text, site, address, mark].join('\0')).slice(0, 16)}.png`;
}
