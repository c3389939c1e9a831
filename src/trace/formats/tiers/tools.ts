// Tools and servers that report an error in a line or two.
export { redis } from '../redis.ts';
export { shell } from '../shell.ts';
export { sql } from '../sql.ts';
