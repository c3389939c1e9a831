// Traces with marks that nothing else has.
export { r } from '../r.ts';
export { terraform } from '../terraform.ts';
export { reactNative } from '../react-native.ts';
export { apple } from '../apple.ts';
export { lua } from '../lua.ts';
export { dart } from '../dart.ts';
export { powershell } from '../powershell.ts';
export { nextPrompt } from '../javascript/next-prompt.ts';
export { perl } from '../perl.ts';
export { ansible } from '../ansible.ts';
export { julia } from '../julia.ts';
export { haskell } from '../haskell.ts';
