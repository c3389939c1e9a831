import type { Format } from '../../format.ts';
import { r } from '../r.ts';
import { terraform } from '../terraform.ts';
import { reactNative } from '../react-native.ts';
import { apple } from '../apple.ts';
import { lua } from '../lua.ts';
import { dart } from '../dart.ts';
import { powershell } from '../powershell.ts';
import { nextPrompt } from '../javascript/next-prompt.ts';
import { perl } from '../perl.ts';
import { ansible } from '../ansible.ts';
import { julia } from '../julia.ts';
import { haskell } from '../haskell.ts';

/** Traces with marks that nothing else has. */
export const marked: Format[] = [
  ansible,
  apple,
  dart,
  haskell,
  julia,
  lua,
  nextPrompt,
  perl,
  powershell,
  r,
  reactNative,
  terraform,
];
