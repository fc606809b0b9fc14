// Gets Firefox and WebKit for test:engines where Debian has them and may be asked; elsewhere the tests say what is missing.
import { step, which } from './shell.js';

/**
 * Installs the engines that are asked for and missing. A failure is no error: an engine that is not there stays untested.
 * @param {string[]} names of engines; none for all
 */
export async function installEngines(names) {
  const { engines } = await import('../../tests/engines/browsers.js');
  // Chromium has its own way: see chromium.js.
  const { Chromium: _, ...others } = engines;
  const asked = Object.entries(others).filter(([name]) => names.length === 0 || names.includes(name));
  const packages = asked.filter(([, engine]) => engine.missing()).flatMap(([, engine]) => engine.packages);
  if (packages.length === 0 || process.getuid?.() !== 0 || !which('apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await step('Reading the package lists for the engines', 'apt-get', ['-q', 'update'], { env });
    const install = ['-q', 'install', '-y', '--no-install-recommends', ...packages];
    await step('Installing the engines', 'apt-get', install, { env });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
  }
}
