/** The project's folder. */
export { packageFolder as projectRoot } from '../files/places.ts';
