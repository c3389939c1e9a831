import { readFileSync, writeFileSync } from 'node:fs';

/** Adds text at the end of a file. */
export function append(file: string, text: string): void {
  writeFileSync(file, readFileSync(file, 'utf8') + text);
}

/** Replaces one part of a file. @throws Error when the file does not hold it */
export function replace(file: string, what: string | RegExp, by: string): void {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(what, by);
  if (changed === text) throw new Error(`${file} does not hold ${what}.`);
  writeFileSync(file, changed);
}

/** Replaces a text wherever a file holds it. */
export function replaceAll(file: string, what: string | RegExp, by: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(what, by));
}

/** Sets a field of YAML or frontmatter that takes one line, new or not. */
export function setField(file: string, field: string, value: string): void {
  removeField(file, field);
  const line = `${field}: ${value}\n`;
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.startsWith('---\n') ? text.replace('---\n', `---\n${line}`) : `${line}${text}`);
}

/** Removes a field of YAML or frontmatter, with the lines below it that belong to it. */
export function removeField(file: string, field: string): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(new RegExp(`^${field}:.*\n(?:(?: |- ).*\n)*`, 'm'), ''));
}
