// Tests: the package in Node and in Chromium, and the built site driven as a person would.
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

/** Chromium without what it would ask of the network, or of a graphics card. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const launchOptions = { executablePath: process.env.TORCHLET_CHROMIUM, args };
/** Tests of what only Node does: files, packing, starting other programs. */
const nodeOnly = ['tests/*.node.test.js'];

export default defineConfig({
  test: {
    reporters: ['default', './tests/summary.js'],
    projects: [
      { test: { name: 'node', include: ['tests/*.test.js'], environment: 'node' } },
      {
        test: {
          name: 'chromium',
          include: ['tests/*.test.js'],
          exclude: nodeOnly,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'page',
          include: ['tests/page/*.test.js'],
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
