import { build } from 'astro';
import type { AstroIntegration } from 'astro';
import { existsSync, readdirSync, renameSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { writeEmbed } from '../../embed/write-embed.ts';
import { isInFolder } from '../../files/places.ts';
import { packError } from '../../files/sent-error.ts';
import { astroRoot } from '../astro-root.ts';
import { astroConfig } from '../astro-config.ts';
import type { MadeRenderer, PageStyle, Renderer, RendererAnswer, RendererJob } from './make-renderer.ts';

const ASSETS = 'assets';
const PROGRAM = 'program';

/** Answers one RendererJob with a RendererAnswer. */
process.once('message', async (job: RendererJob) => {
  // A build that was killed leaves no process behind.
  process.once('disconnect', () => process.exit());
  let answer: RendererAnswer;
  try {
    answer = await makeRenderer(job);
  } catch (error) {
    answer = { error: packError(error) };
  }
  process.send!(answer, () => process.exit());
});

async function makeRenderer({ places, locale, folder }: RendererJob): Promise<MadeRenderer> {
  const assets = join(folder, ASSETS);
  const keptProgram = keepProgram(assets, join(folder, PROGRAM));
  const config = astroConfig(places, [keptProgram.integration]);
  const compiled = new Set<string>();
  config.vite!.plugins!.push({
    name: 'tracebook-compiled',
    buildEnd() {
      for (const id of this.getModuleIds()) compiled.add(id.split('?')[0]!);
    },
  });
  await build({ ...config, outDir: assets, logLevel: 'warn' });
  await writeEmbed(places.code, assets, locale);
  // What comes with the package is known by its version.
  const own = ['src', 'lib', 'node_modules'].map((name) => join(places.code, name));
  const isForeign = (path: string) =>
    isAbsolute(path) &&
    existsSync(path) &&
    ![...own, astroRoot(places)].some((parent) => isInFolder(parent, path));
  return {
    entry: join(PROGRAM, entryOf(join(folder, PROGRAM))),
    assets: ASSETS,
    styles: keptProgram.styles(),
    compiled: [...compiled].filter(isForeign).sort(),
  };
}

/** Astro's name for the module that renders pages. */
function entryOf(program: string): string {
  return readdirSync(program).find((name) => name.startsWith('prerender-entry'))!;
}

/** Keeps the program that Astro makes for rendering pages, and has it render none. */
function keepProgram(assets: string, target: string) {
  let pages = new Map<string, { styles: PageStyle[] }>();
  const integration: AstroIntegration = {
    name: 'tracebook:renderer',
    hooks: {
      'astro:build:setup': (options) => void (pages = options.pages as unknown as typeof pages),
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer({
          name: 'tracebook:renderer',
          async setup() {
            renameSync(join(assets, '.prerender'), target);
          },
          getStaticPaths: async () => [],
          render: () => Promise.reject(new Error('There is no page to render.')),
        }),
    },
  };
  const styles = (): Renderer['styles'] =>
    [...pages].map(([key, { styles }]) => [
      key,
      styles.map(({ depth, order, sheet }) => ({ depth, order, sheet })),
    ]);
  return { integration, styles };
}
