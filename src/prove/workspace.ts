import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bytesOf, type SourceFile } from '../guide/content-files.ts';

export type Workspace = {
  /** Holds the files: the folder that a command is run in. */
  app: string;
  /** What every run gets as its environment, before what its runtime adds. */
  environment: Record<string, string>;
  /** Its folders, and what stands for them in recorded output. */
  paths: [path: string, name: string][];
  remove(): Promise<void>;
};

/** Writes files into a new temporary folder, with a home and a folder for temporary files of its own. */
export async function makeWorkspace(files: SourceFile[]): Promise<Workspace> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'tracebook-')));
  const [app, home, temporary] = [join(root, 'app'), join(root, 'home'), join(root, 'tmp')];
  await Promise.all([app, home, temporary].map((folder) => mkdir(folder)));
  for (const file of files) {
    const { path } = file;
    await mkdir(dirname(join(app, path)), { recursive: true });
    await writeFile(join(app, path), bytesOf(file));
  }
  return {
    app,
    environment: {
      PATH: '/usr/local/bin:/usr/bin:/bin',
      HOME: home,
      TMPDIR: temporary,
      USER: 'app',
      LOGNAME: 'app',
      LANG: 'C.UTF-8',
      TZ: 'UTC',
    },
    paths: [
      [app, '/app'],
      [home, '/home/app'],
      [temporary, '/tmp'],
    ],
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
