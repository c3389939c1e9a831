import { NotText } from './decode.ts';

/** What is wrong, and what to do about it. */
export function reasonOf(error: unknown): string {
  if (error instanceof NotText) return 'it is not text. Unpack it first if it is an archive.';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  return (
    REASONS[code] ?? `${message.replace(/\.$/, '')}. Report it with the part of the text that causes it.`
  );
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file. Check its name and the folder that you are in.',
  EISDIR: 'it is a folder. Name the files in it.',
  Z_BUF_ERROR: 'it is a gzip file that ends too early. Copy it again.',
  Z_DATA_ERROR: 'it starts like a gzip file but cannot be unpacked. Copy it again.',
  ENOSPC: 'there is no space for the output. Free some, or write it elsewhere.',
  EACCES: 'permission denied. Change its permissions.',
};

/** Why a report cannot be written, and what to do about it. */
export function writeFault(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'its folder is not there. Make the folder.';
  return code === 'EISDIR' ? 'it is a folder. Name a file in it.' : (REASONS[code ?? ''] ?? `${message}.`);
}
