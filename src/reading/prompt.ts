import { evidence as kinds } from '../locales/own/evidence.ts';
import { fill } from '../locales/own/format.ts';
import { prompt } from '../locales/own/prompt.ts';
import { reading } from '../locales/own/reading.ts';
import type { Arrival } from '../paste/session.ts';
import { copyButton } from './copy.ts';
import { headingText } from './heading-text.ts';

/** A button that copies the guide, the cause and, after a match, the masked trace, as a question for an assistant. */
export function promptButton(guide: string, arrival?: Arrival): HTMLButtonElement {
  return copyButton(reading.copyPrompt, () => promptText(guide, arrival));
}

export async function promptText(guide: string, arrival?: Arrival): Promise<string> {
  const title = document.querySelector('h1')!.textContent.trim();
  const url = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  const cause = arrival?.cause ? document.getElementById(arrival.cause)?.closest('.cause') : undefined;
  const blocks = [
    arrival ? prompt.withTrace : prompt.withoutTrace,
    `${fill(prompt.guide, { title })}\n${url}`,
  ];
  if (arrival) {
    const { redact } = await import('../paste/redact/redact.ts');
    const trace = redact(arrival.rows.map(({ text }) => text).join('\n'));
    blocks.push(`${prompt.trace}\n\`\`\`\n${trace}\n\`\`\``);
    const decided = arrival.evidence.map(({ line, kind, text }) =>
      fill(prompt.evidence, { line, kind: kinds[kind], text: redact(text) }),
    );
    blocks.push(`${prompt.decided}\n${decided.join('\n')}`);
  }
  if (cause) blocks.push(causeText(cause));
  else {
    const twin = document.querySelector<HTMLLinkElement>('link[type="text/markdown"]');
    const response = twin && (await fetch(twin.href));
    blocks.push(response?.ok ? await response.text() : fill(prompt.see, { url, guide }));
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
  return [fill(prompt.cause, { title }), fix, ...changes].filter(Boolean).join('\n\n');
}
