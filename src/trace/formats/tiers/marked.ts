// Traces with marks that nothing else has.
export { ansible } from '../ansible.ts';
export { apple } from '../apple.ts';
export { dart } from '../dart.ts';
export { haskell } from '../haskell.ts';
export { julia } from '../julia.ts';
export { lua } from '../lua.ts';
export { nextPrompt } from '../javascript/next-prompt.ts';
export { perl } from '../perl.ts';
export { powershell } from '../powershell.ts';
export { r } from '../r.ts';
export { reactNative } from '../react-native.ts';
export { terraform } from '../terraform.ts';
