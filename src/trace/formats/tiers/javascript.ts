// V8, whose `at` frames are known only once they are not another language's.
export { v8Stack } from '../javascript/v8-stack.ts';
