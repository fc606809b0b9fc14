// Tests: the package in Node and in Chromium, and the built site driven as a person would.
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { launchOptions } from './tests/chromium.js';

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
