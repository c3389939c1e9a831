import { mariadb } from './mariadb.ts';
import { mongodb } from './mongodb.ts';
import { postgresql } from './postgresql.ts';
import { rabbitmq } from './rabbitmq.ts';
import { redis } from './redis.ts';
import type { Service } from './types.ts';

/** The services that guides can name. A new one is a file and a line here. */
export const services: Record<string, Service> = { mariadb, mongodb, postgresql, rabbitmq, redis };

/** Splits `postgresql@17` into the service's name and its version. */
export function parseService(text: string): { id: string; version: string | undefined } {
  const [id = '', version] = text.split('@');
  return { id, version };
}
