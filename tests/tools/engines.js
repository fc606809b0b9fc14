// Gets Firefox and WebKit for test:engines where Debian has them and may be asked; elsewhere the tests say what is missing.
import { installPackages } from './apt.js';

/**
 * Installs the engines that are asked for and missing.
 * @param {string[]} names of engines; none for all
 */
export async function installEngines(names) {
  const { engines } = await import('../engines/browsers.js');
  // Chromium has its own way: see chromium.js.
  const { Chromium: _, ...others } = engines;
  const asked = Object.entries(others).filter(([name]) => names.length === 0 || names.includes(name));
  await installPackages(
    'the engines',
    asked.filter(([, engine]) => engine.missing()).flatMap(([, engine]) => engine.packages),
  );
}
