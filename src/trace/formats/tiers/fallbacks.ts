// What is left: a type and a message.
export { messageOnly } from '../message-only.ts';
