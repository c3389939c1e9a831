/** Quotes a word for a POSIX shell: `it's` → `'it'\''s'`. */
export function quote(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** A command line of a POSIX shell from its words. */
export function commandLine(words: string[]): string {
  return words.map(quote).join(' ');
}
