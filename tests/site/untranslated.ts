import type { Page } from '@playwright/test';

/** Names that are the same in every language, as far as they stand in the fixture and outside of code; some are broken into words. */
const NAMES =
  /StockError:?|PriceError:?|OrderError:?|^(?:Stock|Price|Error)$|Order\.java:\d+|JavaScript|Java\b|JS\b|RSS|JSON|llms\.txt|github\.com|^[A-Z]$|node \d[\d.]*|[\w./-]+\.(?:mjs|yml|txt|java|log)/g;

/** The words of a guide in quotes, as in the name of a link to a heading. */
const QUOTED = /⟦[^⟦⟧]*“⟧[^⟦⟧]*⟦”[^⟦⟧]*⟧/g;

/**
 * What a reader meets on a page that is not of the pseudo-locale: texts, names of elements, texts that styles add. Folds
 * are opened first. Words of a guide in another language are none of the interface; they must not hold its texts.
 */
export async function untranslated(page: Page): Promise<string[]> {
  const found = await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    const languageOf = (node: Node) =>
      (node instanceof Element ? node : node.parentElement)?.closest('[lang]')?.getAttribute('lang') ?? '';
    const texts: { text: string; language: string }[] = [];
    const add = (text: string | null, node: Node) => {
      if (text?.trim()) texts.push({ text: text.trim(), language: languageOf(node) });
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      if (!parent.closest('code, pre, kbd, time, textarea, script, style, noscript'))
        add(node.nodeValue, node);
    }
    for (const element of document.querySelectorAll('*')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        if (!element.matches('textarea')) add(element.getAttribute(name), element);
      for (const pseudo of ['::before', '::after']) {
        const { content } = getComputedStyle(element, pseudo);
        if (content.startsWith('"')) add(content.slice(1, -1), element);
      }
    }
    for (const hidden of document.querySelectorAll('noscript'))
      add(hidden.textContent.replace(/<[^>]*>/g, ''), hidden);
    // A title cannot say that a part of it is in another language.
    if (!document.querySelector('article[lang]')) {
      const description = document.querySelector('meta[name=description]')!;
      add(document.title, document.documentElement);
      add(description.getAttribute('content'), document.documentElement);
    }
    return texts;
  });
  return found
    .filter(({ text, language }) =>
      language === 'en'
        ? /[⟦⟧]/.test(text)
        : /[a-z]/i.test(
            text
              .replace(QUOTED, ' ')
              .replace(/⟦[^⟦⟧]*⟧/g, ' ')
              .replace(NAMES, ' '),
          ),
    )
    .map(({ text, language }) => `${language}: ${text}`);
}
