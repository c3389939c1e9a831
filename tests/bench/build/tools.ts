import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { installHugo, installNodePeers, peersDir } from './install-peers.ts';
import { peerMarkdown } from './peer-markdown.ts';

export type PeerName = 'starlight' | 'hugo' | 'astro';
export const peerNames = ['starlight', 'hugo', 'astro'] as const satisfies PeerName[];

/** A builder with its project, ready to be measured. */
export type Tool = {
  name: 'tracebook' | PeerName;
  root: string;
  command: string[];
  /** What a cold build does not have, from the project's folder. */
  leftovers: string[];
  /** The folder of the built site, from the project's folder. */
  out: string;
  /** Whether the site that it builds can be searched. */
  hasSearch: boolean;
  /** Changes a sentence of one guide. */
  edit: (round: number) => void;
};

/** @param root a project whose content is synthetic */
export function tracebook(root: string, ids: string[]): Tool {
  return {
    name: 'tracebook',
    root,
    command: [process.execPath, join(root, 'src', 'cli.ts'), 'build'],
    leftovers: ['.tracebook', 'dist', '.astro'],
    out: 'dist',
    hasSearch: true,
    edit: (round) => {
      const file = join(root, 'content', ids[0]!, 'guide.mdx');
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.replace(/\n## Reading the trace\n/, `\nSeen ${round} times.\n$&`));
    },
  };
}

/**
 * Makes the project of a peer.
 * @param dir where that of Hugo is made
 * @param twins the guides' Markdown by id
 */
export function peer(name: PeerName, dir: string, twins: Map<string, string>): Tool {
  // Astro wants a project below the folder of its packages.
  const modules = name === 'hugo' ? dir : installNodePeers();
  const root = join(modules, `${name}-${process.pid}`);
  cpSync(join(peersDir, name), root, { recursive: true });
  const isMdx = name === 'astro';
  const [first] = [...twins.keys()];
  const fileOf = (id: string) => join(root, sources[name], `${id}.${isMdx ? 'mdx' : 'md'}`);
  for (const [id, twin] of twins) {
    mkdirSync(dirname(fileOf(id)), { recursive: true });
    writeFileSync(fileOf(id), peerMarkdown(twin, { isMdx }));
  }
  const edit = (round: number) =>
    writeFileSync(fileOf(first!), `${peerMarkdown(twins.get(first!)!, { isMdx })}\nSeen ${round} times.\n`);
  if (name === 'hugo') {
    const leftovers = ['public', 'resources', '.hugo_build.lock', 'cache'];
    const command = [installHugo(), '--quiet', '--cacheDir', join(root, 'cache')];
    return { name, root, command, leftovers, out: 'public', hasSearch: false, edit };
  }
  // Astro bundles the packages that a project names.
  cpSync(join(peersDir, 'package.json'), join(root, 'package.json'));
  return {
    name,
    root,
    command: [process.execPath, join(modules, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build'],
    // Astro's caches stand in a node_modules of the project, its packages in the folder above.
    leftovers: ['dist', '.astro', 'node_modules'],
    out: 'dist',
    hasSearch: name === 'starlight',
    edit,
  };
}

const sources: Record<PeerName, string> = {
  starlight: 'src/content/docs/guides',
  astro: 'src/content/guides',
  hugo: 'content/guides',
};

/**
 * Moves aside what earlier builds left; it goes with the project. For a minute after thousands of files are removed, ext4
 * takes far longer to make new ones, which no build from nothing would meet.
 */
export function clean({ root, leftovers }: Tool): void {
  const to = mkdtempSync(join(root, 'left-'));
  for (const name of leftovers)
    if (existsSync(join(root, name))) renameSync(join(root, name), join(to, name));
}

/** The mean size of the pages of guides in a built site. */
export function bytesPerPage({ root, out }: Tool, ids: string[]): number {
  const files = globSync('guides/*/*/index.html', { cwd: join(root, out) });
  if (files.length < ids.length) throw new Error(`${out}/ has ${files.length} of ${ids.length} guides.`);
  return files.reduce((sum, file) => sum + statSync(join(root, out, file)).size, 0) / files.length;
}
