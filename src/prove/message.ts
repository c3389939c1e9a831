/** The end of an output, for a message: what went wrong is said last. */
export function lastLines(output: string, count = 25): string {
  const lines = output.trimEnd().split('\n');
  return lines.length > count
    ? ['…', ...lines.slice(-count)].join('\n')
    : lines.join('\n') || '(it printed nothing)';
}

/** Sets a block of text off from the sentence above it. */
export function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}
