import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { embedStyles } from './embed-styles.ts';

const MODULE = 'virtual:embed-styles';
const RESOLVED = `\0${MODULE}`;
const SHEETS = ['base', 'verdict', 'listing', 'card', 'box', 'search'];

/**
 * Gives the embed its styles as a string, in its build and in a dev server: `import styles from 'virtual:embed-styles'`.
 * @param code the package's folder
 */
export function embedStylesPlugin(code: string) {
  const folder = join(code, 'src', 'styles');
  const tokensFile = join(folder, 'tokens.css');
  const files = [
    ...SHEETS.map((name) => join(folder, `${name}.css`)),
    join(code, 'src', 'embed', 'embed.css'),
  ];
  return {
    name: 'tracebook-embed-styles',
    resolveId: (id: string) => (id === MODULE ? RESOLVED : undefined),
    async load(this: { addWatchFile(file: string): void }, id: string): Promise<string | undefined> {
      if (id !== RESOLVED) return undefined;
      for (const file of [tokensFile, ...files]) this.addWatchFile(file);
      const [tokens, ...sheets] = await Promise.all(
        [tokensFile, ...files].map((file) => readFile(file, 'utf8')),
      );
      return `export default ${JSON.stringify(embedStyles(tokens!, sheets))};`;
    },
  };
}
