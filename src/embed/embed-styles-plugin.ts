import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { embedStyles } from './embed-styles.ts';

const MODULE = 'virtual:embed-styles';
const RESOLVED = `\0${MODULE}`;
const styles = join(import.meta.dirname, '..', 'styles');
const TOKENS = join(styles, 'tokens.css');
const SHEETS = [
  ...['base', 'verdict', 'listing', 'card', 'box', 'search'].map((name) => join(styles, `${name}.css`)),
  join(import.meta.dirname, 'embed.css'),
];

/** Gives the embed its styles as a string, in its build and in a dev server: `import styles from 'virtual:embed-styles'`. */
export function embedStylesPlugin() {
  return {
    name: 'tracebook-embed-styles',
    resolveId: (id: string) => (id === MODULE ? RESOLVED : undefined),
    async load(this: { addWatchFile(file: string): void }, id: string): Promise<string | undefined> {
      if (id !== RESOLVED) return undefined;
      for (const file of [TOKENS, ...SHEETS]) this.addWatchFile(file);
      const [tokens, ...sheets] = await Promise.all(
        [TOKENS, ...SHEETS].map((file) => readFile(file, 'utf8')),
      );
      return `export default ${JSON.stringify(embedStyles(tokens!, sheets))};`;
    },
  };
}
