import { defineConfig } from '@playwright/test';
import { findChromium } from './chromium.ts';

const { executablePath, args } = await findChromium();

/** The tests in tests/site and tests/embed run against dist/, served with its own headers by `global-setup.ts`. */
export default defineConfig({
  testDir: '..',
  testMatch: ['site/**/*.test.ts', 'embed/*.test.ts'],
  globalSetup: './global-setup.ts',
  outputDir: '../../test-results',
  snapshotPathTemplate: '{testDir}/site/pictures/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: '../../test-results/site.json' }]],
  use: { browserName: 'chromium', launchOptions: { executablePath, args } },
});
