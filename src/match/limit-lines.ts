/** No line of a log says more in what comes after this many characters. */
const MAX_LINE = 1_000_000;

/** Cuts lines without an end to a longest length, so that a log of one endless line needs no memory. */
export class LineLimiter {
  #length = 0;
  /** Number of lines that were cut. */
  cut = 0;

  /** The next part of a text without what is too much of its lines. */
  limit(chunk: string): string {
    const last = chunk.lastIndexOf('\n');
    if (this.#length + chunk.length <= MAX_LINE) {
      this.#length = last < 0 ? this.#length + chunk.length : chunk.length - last - 1;
      return chunk;
    }
    const parts: string[] = [];
    for (let start = 0; start < chunk.length;) {
      const newline = chunk.indexOf('\n', start);
      const end = newline < 0 ? chunk.length : newline;
      this.#addPart(parts, chunk.slice(start, end));
      if (newline >= 0) {
        parts.push('\n');
        this.#length = 0;
      }
      start = end + 1;
    }
    return parts.join('');
  }

  #addPart(parts: string[], part: string): void {
    const room = MAX_LINE - this.#length;
    if (part.length <= room) parts.push(part);
    else {
      if (room > 0) {
        parts.push(part.slice(0, room));
        this.cut++;
      }
      this.#length = MAX_LINE;
      return;
    }
    this.#length += part.length;
  }
}
