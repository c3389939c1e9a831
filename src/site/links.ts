/** A path of this site, written from its root, as a link: with the base that the site stands under. */
export function link(path: string): string {
  return path.startsWith('/') ? import.meta.env.BASE_URL.replace(/\/$/, '') + path : path;
}

export const guideLink = (id: string, anchor?: string | null) =>
  link(`/guides/${id}/${anchor ? `#${anchor}` : ''}`);
