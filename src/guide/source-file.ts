import { relative, sep } from 'node:path';

/** A file of code; `path` is relative to its folder, with `/`. */
export type SourceFile = {
  path: string;
  /** Its text, or its bytes in base64 when they are no UTF-8. */
  text: string;
  encoding?: 'base64';
};

/** A path as messages and pages show it: relative, with `/`. */
export function fileName(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

/** The bytes of a source file, as they stand on disk. */
export function bytesOf({ text, encoding }: SourceFile): Buffer {
  return Buffer.from(text, encoding ?? 'utf8');
}

/** Bytes as text; undefined when they are no UTF-8. */
export function decodeUtf8(bytes: Buffer): string | undefined {
  const text = bytes.toString('utf8');
  // Bytes that are no UTF-8 become U+FFFD, and a NUL stands in no text.
  const isText = !text.includes('\0') && (!text.includes('\uFFFD') || Buffer.from(text).equals(bytes));
  return isText ? text : undefined;
}

/** For errors of the file system: undefined for a file that is missing, any other error is thrown. */
export function ignoreMissing(error: unknown): undefined {
  if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
  throw error;
}
