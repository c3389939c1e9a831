/** A note on a line of the trace: what it speaks of, and its text as HTML. */
export type TraceNote = { number: number; at: string; html: string };

// What `author/Note.astro` writes.
const NOTE = /<trace-note data-number="(\d+)" data-at="([^"]*)"[^>]*>([^]*?)<\/trace-note>/g;

/** Takes the notes out of the HTML of "Reading the trace"; what stands before the first and after it stays. */
export function takeNotes(html: string): { before: string; after: string; notes: TraceNote[] } {
  const notes: TraceNote[] = [];
  const first = html.search(NOTE);
  const before = first < 0 ? html : html.slice(0, first);
  const rest = (first < 0 ? '' : html.slice(first)).replace(
    NOTE,
    (_, number: string, at: string, text: string) => {
      notes.push({ number: Number(number), at: unescapeHtml(at), html: text.trim() });
      return '';
    },
  );
  return { before, after: rest.trim(), notes };
}

/** The text that HTML of ours stands for: without tags, with its entities read. */
export function htmlText(html: string): string {
  return unescapeHtml(html.replace(/<[^>]*>/g, ''));
}

const entities: Record<string, string> = {
  lt: '<',
  gt: '>',
  quot: '"',
  '#34': '"',
  '#38': '&',
  '#39': "'",
  amp: '&',
};

function unescapeHtml(text: string): string {
  return text.replace(/&(lt|gt|quot|amp|#34|#38|#39);/g, (_, name: string) => entities[name]!);
}
