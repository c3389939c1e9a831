/**
 * Finds stack traces and error messages in texts of any language, however damaged: `tracebook/trace`. Needs neither a
 * browser nor Node, and no other package.
 */
export { parse } from '../trace/index.ts';
export type { Exception, Frame, Trace } from '../trace/types.ts';
