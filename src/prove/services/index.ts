import type { Service } from './types.ts';

/** The servers that `services` can name. A new one is a file and a line here. */
export const services: Record<string, Service> = {};
