import { attributesHtml } from './rich-text.ts';

/**
 * The HTML of a numbered list with a box to tick before each of its steps.
 * Only the first list of the text becomes one; lists within a step stay lists.
 * @param attributesOf gives the attributes of a step's box; steps count from 1
 */
export function checklistHtml(
  html: string,
  attributesOf: (step: number) => Record<string, string>,
): { html: string; steps: number } {
  let depth = 0;
  let steps = 0;
  let isDone = false;
  const text = html.replace(/<(\/?)(ol|ul|li)\b[^>]*>/g, (tag, close: string, name: string) => {
    if (isDone) return tag;
    if (name !== 'li') {
      if (depth === 0 && !close && name === 'ul') return tag;
      depth += close ? -1 : 1;
      if (depth === 0) isDone = true;
      return tag;
    }
    if (depth !== 1) return tag;
    if (close) return '</div></li>';
    steps++;
    return `<li><input type="checkbox" ${attributesHtml(attributesOf(steps))}><div>`;
  });
  return { html: text, steps };
}
