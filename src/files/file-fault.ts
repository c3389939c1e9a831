import { constants } from 'node:os';
import { errorChain } from './error-chain.ts';

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

/** What only writing meets. */
const ONLY_WRITING = ['ENOSPC', 'EDQUOT', 'EROFS'];
/** What mostly writing meets: reading meets them too, and then the error names the call that read. */
const MOSTLY_WRITING = ['EIO', 'EISDIR'];
const READING_CALL = /^(read|readlink|realpath|scandir|opendir|[fl]?stat|access)$/;
/** Calls that change files. `open` is left out, since it also reads. */
const WRITING_CALL =
  /^(write|f?truncate|mkdir|mkdtemp|rmdir|rm|unlink|rename|link|symlink|copyfile|cp|f?chmod|f?chown|[fl]?utimes?|fsync|fdatasync)$/;

/**
 * Says in words what went wrong when a file was written, by an error or by what caused it. A cause that is about reading is
 * passed over: the error around it says more.
 * @param name what could not be written, when people know it by another name than the error's path
 * @param folders where it must be, for an error that names no file: a program may have opened it before
 * @returns `<what> cannot be written: <why>. <what to do>.`, or undefined when the error is another one
 */
export function fileFault(error: unknown, name?: string, folders: string[] = []): string | undefined {
  const unnamed = ['A file', ...(folders.length > 0 ? ['in', folders.join(' or ')] : [])].join(' ');
  for (const found of errorChain(error)) {
    const { path, dest, message }: NodeJS.ErrnoException & { dest?: string } = found;
    const own = found === error || isOfWriting(found) ? codeOf(found) : undefined;
    const rust = rustFault(message);
    const code = own ?? rust?.code;
    if (code !== undefined)
      return `${name ?? dest ?? path ?? rust?.path ?? unnamed} cannot be written: ${faults[code]}`;
  }
  return undefined;
}

/** The code of an error that is in words here. */
function codeOf({ code = '' }: NodeJS.ErrnoException): string | undefined {
  return Object.hasOwn(faults, code) ? code : undefined;
}

function isOfWriting({ code = '', syscall = '' }: NodeJS.ErrnoException): boolean {
  if (ONLY_WRITING.includes(code) || WRITING_CALL.test(syscall)) return true;
  return MOSTLY_WRITING.includes(code) && !READING_CALL.test(syscall);
}

/** The code and the file in the message of a program in Rust, such as Rolldown: `Failed to write file in …\n… (os error 28)`. */
function rustFault(message = ''): { code: string; path?: string } | undefined {
  const [, number] = /\(os error (\d+)\)/.exec(message) ?? [];
  const [code] = Object.entries(constants.errno).find(([, known]) => known === Number(number)) ?? [];
  if (code === undefined || !(message.includes('Failed to write') || ONLY_WRITING.includes(code)))
    return undefined;
  if (!Object.hasOwn(faults, code)) return undefined;
  const [, path] = /Failed to write file in (.+)/.exec(message) ?? [];
  return { code, ...(path && { path }) };
}
