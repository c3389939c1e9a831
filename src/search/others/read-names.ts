import {
  cleanText,
  isGuideId,
  isLanguageTag,
  isSlug,
  isText,
  listOf,
  readCause,
  recordOf,
  textsOf,
} from '../../match/untrusted-index.ts';
import type { SearchCause, SearchGuide } from '../types.ts';

const MOST_GUIDES = 2000;

/**
 * Reads the `names.json` that another site published. What is malformed is left out.
 * @returns no guides when it is of a version that this code does not know
 */
export function readNames(value: unknown): SearchGuide[] {
  const { version, guides } = recordOf(value);
  return version === 1 ? listOf(guides, MOST_GUIDES).flatMap(readGuide) : [];
}

function readGuide(value: unknown): SearchGuide[] {
  const { id, title, language, framework, summary, names, messages, causes, questions } = recordOf(value);
  if (!isGuideId(id) || !isText(title) || !isText(framework)) return [];
  return [
    {
      id,
      title: cleanText(title),
      ...(isLanguageTag(language) && { language }),
      framework: cleanText(framework),
      summary: isText(summary) ? cleanText(summary) : '',
      names: textsOf(names),
      messages: textsOf(messages),
      causes: listOf(causes).flatMap(readSearchCause),
      questions: listOf(questions).flatMap((item) => {
        const { id, question } = recordOf(item);
        return isSlug(id) && isText(question) ? [{ id, question: cleanText(question) }] : [];
      }),
    },
  ];
}

function readSearchCause(value: unknown): SearchCause[] {
  const signals = textsOf(recordOf(value)['signals']);
  return readCause(value).map((cause) => ({ ...cause, signals }));
}
