import type { Format } from '../../format.ts';
import { v8Stack } from '../javascript/v8-stack.ts';

/** V8, whose `at` frames are known only once they are not another language's. */
export const javascript: Format[] = [v8Stack];
