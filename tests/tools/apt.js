// Installs Debian's packages for the commands that try more than npm test does.
import { step, which } from '../../cpp/toolchain/shell.js';

/**
 * Installs packages where the machine is a Debian and may be asked. A failure is no error: what is not there stays untested.
 * @param {string} what they are, for the person who waits
 * @param {string[]} packages that are missing
 */
export async function installPackages(what, packages) {
  if (packages.length === 0 || process.getuid?.() !== 0 || !which('apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await step(`Reading the package lists for ${what}`, 'apt-get', ['-q', 'update'], { env });
    const install = ['-q', 'install', '-y', '--no-install-recommends', ...packages];
    await step(`Installing ${what}`, 'apt-get', install, { env });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
  }
}
