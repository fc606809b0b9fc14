// Gets what test:hosts builds pages with: Debian's packages where they may be installed, and Docusaurus from npm.
import { join } from 'node:path';
import { Explained, which } from '../../cpp/toolchain/shell.js';
import { nodeModules, project } from '../../web/tools/modules.js';
import { installPackages } from './apt.js';

/**
 * Installs what is missing of the tools of hosts.
 * @param {string[]} args of test:hosts
 */
export async function installHosts(args) {
  const { chosen } = await import('../hosts/tools.js');
  const hosts = chosen(args);
  const missing = hosts.filter(({ program }) => !which(program)).flatMap(({ packages }) => packages);
  await installPackages('the hosts’ tools', [...new Set(missing)]);
  if (!hosts.some(({ id }) => id === 'docusaurus')) return;
  try {
    await nodeModules(join(project, 'tests/hosts'));
  } catch (error) {
    // Without it that host stays untested.
    if (!(error instanceof Explained)) throw error;
    console.error(error.message);
  }
}
