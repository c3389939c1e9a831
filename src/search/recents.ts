/** A place that a search led to. */
export type Recent = { url: string; title: string };

const KEY = 'found';
const MOST = 4;

/** Where searches on this machine led last, the newest first. */
export function recents(): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Keeps a place; what was typed is not kept. */
export function keepRecent(recent: Recent): void {
  const others = recents().filter(({ url }) => url !== recent.url);
  try {
    localStorage.setItem(KEY, JSON.stringify([recent, ...others].slice(0, MOST)));
  } catch {
    // Without storage nothing is kept.
  }
}

function isRecent(value: unknown): value is Recent {
  const { url, title } = (value ?? {}) as Partial<Recent>;
  return typeof url === 'string' && url.startsWith('/') && typeof title === 'string';
}
