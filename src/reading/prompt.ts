import type { Arrival } from '../paste/session.ts';
import { copyButton } from './copy.ts';
import { headingText } from './heading-text.ts';

/** A button that copies the guide, the cause and, after a match, the masked trace, as a question for an assistant. */
export function promptButton(guide: string, arrival?: Arrival): HTMLButtonElement {
  return copyButton('Copy as prompt', () => promptText(guide, arrival));
}

export async function promptText(guide: string, arrival?: Arrival): Promise<string> {
  const title = document.querySelector('h1')!.textContent.trim();
  const url = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  const cause = arrival?.cause ? document.getElementById(arrival.cause)?.closest('.cause') : undefined;
  const blocks = [
    arrival
      ? 'My program failed with the trace below. A proved guide names its cause. Find the place in my code that does the same, and apply the fix there. Do not hide the error.'
      : 'Below is a proved guide to an error: its causes, and for each the fix. Find out which cause is mine, and ask me for what you need to know.',
    `Guide: ${title}\n${url}`,
  ];
  if (arrival) {
    const { redact } = await import('../paste/redact/redact.ts');
    const trace = redact(arrival.rows.map(({ text }) => text).join('\n'));
    blocks.push(`Trace (masked):\n\`\`\`\n${trace}\n\`\`\``);
    const decided = arrival.evidence.map(({ line, kind, text }) => `line ${line}, ${kind}: ${redact(text)}`);
    blocks.push(`What decided:\n${decided.join('\n')}`);
  }
  if (cause) blocks.push(causeText(cause));
  else {
    const twin = document.querySelector<HTMLLinkElement>('link[type="text/markdown"]');
    const response = twin && (await fetch(twin.href));
    blocks.push(response?.ok ? await response.text() : `See ${url} (${guide}).`);
  }
  return `${blocks.join('\n\n')}\n`;
}

/** A cause with its change, as text. */
function causeText(cause: Element): string {
  const title = headingText(cause.querySelector('h3'));
  const fix = headingText(cause.querySelector('.fix > h4'));
  const changes = [...cause.querySelectorAll('figure.change')].map((figure) => {
    const name = figure.querySelector('figcaption')!.firstChild!.textContent!.trim();
    const lines = [...figure.querySelectorAll('code > *')].flatMap((line) => {
      if (line.matches('.far')) return [];
      const sign = line.tagName === 'INS' ? '+' : line.tagName === 'DEL' ? '-' : ' ';
      return `${sign}${line.textContent}`;
    });
    return `${name}:\n\`\`\`diff\n${lines.join('\n')}\n\`\`\``;
  });
  return [`Cause: ${title}`, fix, ...changes].filter(Boolean).join('\n\n');
}
