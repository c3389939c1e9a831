import { browser } from './browser.ts';
import { c, cpp } from './gcc.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import { maven } from './maven.ts';
import { node } from './node.ts';
import { php } from './php.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import { shell } from './shell.ts';
import type { Runtime } from './types.ts';

/** The runtimes that `framework.yaml` can name. A new one is a file and a line here. */
export const runtimes: Record<string, Runtime> = {
  browser,
  c,
  cpp,
  go,
  java,
  // Maven's plugins compile it.
  kotlin: maven,
  maven,
  node,
  php,
  python,
  ruby,
  rust,
  shell,
};
