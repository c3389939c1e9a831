import { readdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { isInFolder } from '../files/places.ts';

const name = 'virtual:tracebook/components';

/** What the hooks use of Vite: its own types would be the same, in another version. */
type Resolver = {
  resolve(id: string, importer: string, options: { skipSelf: true }): Promise<{ id: string } | null>;
};
type DevServer = {
  watcher: { on(event: 'add' | 'unlink', change: (path: string) => void): void };
  environments: Record<string, DevEnvironment>;
};
type DevEnvironment = {
  moduleGraph: { getModuleById(id: string): object | undefined; invalidateModule(module: never): void };
  hot: { send(payload: { type: 'full-reload' }): void };
};

/**
 * Gives pages the components for authors, by name: those of the package, and those in components/ of the content.
 * What Astro's compiler makes of one imports Astro itself, which need not be found from where the content is.
 * @param source the folder whose src/ is built
 */
export function componentsPlugin(source: string, content: string) {
  const folders = [join(source, 'src', 'components', 'author'), join(content, 'components')];
  return {
    name: 'tracebook-components',
    enforce: 'pre' as const,
    async resolveId(this: Resolver, id: string, importer?: string) {
      if (id === name) return `\0${name}`;
      if (!importer || !/^astro(\/|$)/.test(id) || !isInFolder(content, importer.split('?')[0]!))
        return undefined;
      return await this.resolve(id, join(source, 'src', 'content.config.ts'), { skipSelf: true });
    },
    load(id: string): string | undefined {
      if (id !== `\0${name}`) return undefined;
      const files = folders.flatMap((folder) => componentFiles(folder).map((file) => join(folder, file)));
      const imports = files.map(
        (file, i) => `import C${i} from ${JSON.stringify(file.replaceAll(sep, '/'))};`,
      );
      const entries = files.map((file, i) => `  ${JSON.stringify(componentName(file))}: C${i},`);
      return [...imports, 'export const components = {', ...entries, '};'].join('\n');
    },
    configureServer(server: DevServer) {
      const changed = (path: string) => {
        if (dirname(path) !== folders[1] || !path.endsWith('.astro')) return;
        for (const { moduleGraph, hot } of Object.values(server.environments)) {
          const module = moduleGraph.getModuleById(`\0${name}`);
          if (module) moduleGraph.invalidateModule(module as never);
          hot.send({ type: 'full-reload' });
        }
      };
      server.watcher.on('add', changed);
      server.watcher.on('unlink', changed);
    },
  };
}

function componentFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => /^[A-Z][A-Za-z0-9]*\.astro$/.test(file))
      .sort();
  } catch {
    // Most sites have none of their own.
    return [];
  }
}

function componentName(file: string): string {
  return file
    .split(sep)
    .at(-1)!
    .replace(/\.astro$/, '');
}
