import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';

/** Where the packed Chromium unpacks itself; a folder a version. */
const folder = join(tmpdir(), 'tracebook-chromium-153');

/**
 * Finds a Chromium: `$CHROMIUM_PATH`, Playwright's own, one that the system has, or the one that the optional
 * dependency @sparticuz/chromium ships for Linux on x64.
 * @throws Error that says what to do when there is none
 */
export async function findChromium(): Promise<{ executablePath: string; args: string[] }> {
  const candidates = [
    process.env['CHROMIUM_PATH'],
    chromium.executablePath(),
    '/usr/bin/chromium',
    '/usr/bin/google-chrome',
  ];
  const installed = candidates.find((path) => path && existsSync(path));
  if (installed) return { executablePath: installed, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] };
  const packed = await packedChromium();
  if (packed) return { executablePath: packed, args: ['--no-sandbox'] };
  throw new Error(
    'No Chromium was found. Run "npx playwright install chromium", or set CHROMIUM_PATH to one.',
  );
}

/**
 * The Chromium of @sparticuz/chromium, which is the same on every machine; undefined where it cannot run.
 * It unpacks itself into the temporary folder, and only where it takes the machine for its own kind.
 */
export async function packedChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs24.x';
  mkdirSync(folder, { recursive: true });
  // Its own configuration knows its fonts under another folder only, and without a font it stops.
  process.env['FONTCONFIG_PATH'] = fontConfig('all', [join(folder, 'fonts'), '/usr/share/fonts']);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    return await packed.executablePath();
  } catch {
    return undefined;
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** The environment in which the packed Chromium has its own fonts only, none of the machine's. */
export function packedFonts(): { [name: string]: string } {
  const own = { FONTCONFIG_PATH: fontConfig('packed', [join(folder, 'fonts')]) };
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(inherited), ...own };
}

/** Writes a configuration that knows these folders of fonts; returns its own folder. */
function fontConfig(name: string, dirs: string[]): string {
  const path = join(folder, `fontconfig-${name}`);
  mkdirSync(path, { recursive: true });
  const known = dirs.map((dir) => `<dir>${dir}</dir>`).join('');
  writeFileSync(join(path, 'fonts.conf'), `<fontconfig>${known}<cachedir>${path}</cachedir></fontconfig>`);
  return path;
}
