import { en } from '../en.ts';

/** Words of the question for an assistant. A build puts the site's own locale in place of English. */
export const prompt = en.prompt;
