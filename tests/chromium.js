// How the tests and the benchmark start Chromium: without what it would ask of the network, or of a graphics card.

/** TORCHLET_CHROMIUM is set by npm's scripts; without it Playwright looks for its own. */
export const launchOptions = {
  executablePath: process.env.TORCHLET_CHROMIUM || undefined,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
};
