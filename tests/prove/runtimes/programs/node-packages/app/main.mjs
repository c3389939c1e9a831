import { versionOfMs } from './packages/cart/version.mjs';
import manifest from 'ms/package.json' with { type: 'json' };

console.log(`shop ms ${manifest.version}, cart ms ${versionOfMs}`);
