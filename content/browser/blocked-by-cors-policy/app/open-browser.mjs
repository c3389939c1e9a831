import { chromium } from 'playwright-core';

/** Starts the Chromium that package-lock.json names; CHROMIUM_PATH is another one. */
export async function openBrowser() {
  const executablePath = process.env.CHROMIUM_PATH ?? (await packedChromium());
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/** The package unpacks the libraries it needs only where it takes the machine for one of its own kind. */
async function packedChromium() {
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs24.x';
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}
