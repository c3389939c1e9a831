/** Whether all is tried: every URL, picture, edit, kill and way to fence, of which `npm test` takes a sample. */
export const isFull = process.env['TRACEBOOK_TESTS'] === 'full';

/** Why the short test skips a test. */
export const ONLY_FULL = 'only with "npm test -- --full"';
