import { TracebookMatch } from './tracebook-match.ts';

// A page may load the module twice.
if (!customElements.get('tracebook-match')) customElements.define('tracebook-match', TracebookMatch);
