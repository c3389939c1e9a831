import { getSystemErrorName } from 'node:util';

const faults: Record<string, string> = {
  EACCES: 'permission denied. Change its permissions, or those of its folder.',
  EPERM: 'permission denied. Change its permissions, or those of its folder.',
  EROFS: 'the file system is read-only. Make it writable.',
  ENOSPC: 'the disk is full. Free some space.',
  EDQUOT: 'the quota is used up. Free some space.',
  EBUSY: 'it is in use, as a mount point is. Mount its parent folder instead, or name another one.',
  EXDEV: 'it is on another file system than its parent folder. Mount the parent folder instead.',
  EMFILE: 'too many files are open. Raise the limit with "ulimit -n".',
  ENFILE: 'too many files are open on this machine. End other programs.',
  ENAMETOOLONG: 'the name is too long. Choose a shorter one.',
  EEXIST: 'something is there already. Move it away.',
  ENOTEMPTY: 'something is there already. Move it away.',
  ENOTDIR: 'a file stands where a folder must be. Move it away.',
  EISDIR: 'a folder stands where a file must be. Move it away.',
  ENOENT: 'a folder above it is missing, or cannot be made. Make it.',
  EIO: 'the disk reports an error. Check it.',
};

/**
 * An error of the file system in words, or the one that caused an error.
 * @param name what could not be written, when people know it by another name than the error's path
 * @returns `<what> cannot be written: <why>. <what to do>.`, or undefined when the error is another one
 */
export function fileFault(error: unknown, name?: string): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return ownFault(error, name) ?? fileFault(error.cause, name);
}

function ownFault(error: Error, name?: string): string | undefined {
  const { code, path, dest, message }: NodeJS.ErrnoException & { dest?: string } = error;
  const rust = rustFault(message);
  const fault = faults[code ?? ''] ?? faults[rust?.code ?? ''];
  if (fault === undefined) return undefined;
  return `${name ?? dest ?? path ?? rust?.path ?? 'A file'} cannot be written: ${fault}`;
}

/** The code and the file in the message of a program in Rust, such as Rolldown: `Failed to write file in …\n… (os error 28)`. */
function rustFault(message = ''): { code: string; path?: string } | undefined {
  const [, number] = /\(os error (\d+)\)/.exec(message) ?? [];
  if (number === undefined) return undefined;
  const [, path] = /Failed to write file in (.+)/.exec(message) ?? [];
  return { code: getSystemErrorName(-Number(number)), ...(path && { path }) };
}
