import type { Format } from '../../format.ts';
import { messageOnly } from '../message-only.ts';

/** What is left: a type and a message. */
export const fallbacks: Format[] = [messageOnly];
