import { readFileSync } from 'node:fs';

/** A mounted file system of this machine. */
export type Mount = { point: string; options: string[] };

/** Reads what is mounted, in the order in which it was. Source: proc(5), mountinfo. */
export function readMounts(text = readFileSync('/proc/self/mountinfo', 'utf8')): Mount[] {
  const byPoint = new Map<string, Mount>();
  for (const line of text.split('\n')) {
    const [, , , , point, options] = line.split(' ');
    if (!point || !options) continue;
    // A later mount on the same point hides the earlier one.
    byPoint.set(unescape(point), { point: unescape(point), options: options.split(',') });
  }
  return [...byPoint.values()];
}

/**
 * The options with which a folder is mounted again read-only.
 * An ordinary user must keep the other ones: the kernel refuses to loosen them.
 */
export function readOnlyOptions(mounts: Mount[], folder: string): string {
  const around = mounts
    .filter(({ point }) => isInside(folder, point))
    .reduce<Mount | undefined>(
      (best, mount) => (best && best.point.length > mount.point.length ? best : mount),
      undefined,
    );
  const kept = (around?.options ?? []).filter((option) => option !== 'rw' && option !== 'ro');
  return ['ro', ...kept].join(',');
}

/** What is mounted below a folder. */
export function mountsBelow(mounts: Mount[], folder: string): Mount[] {
  return mounts.filter(({ point }) => point !== folder && isInside(point, folder));
}

/** Whether a path is a folder or stands inside it. */
export function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);
}

/** `\040` → a space. */
function unescape(text: string): string {
  return text.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));
}
