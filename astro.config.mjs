import { sitePlaces } from './src/files/places.ts';
import { astroConfig } from './src/site/astro-config.ts';

// For editors and the type check; the commands make their own, for any folder of content.
export default astroConfig(sitePlaces({}, import.meta.dirname));
