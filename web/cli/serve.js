// `torchlet serve`: the playground from the installed package, for this machine alone and without a network.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { UsageError } from './errors.js';
import { fileServer } from './files.js';

/** The site that the package ships. */
const site = fileURLToPath(new URL('../../dist/site', import.meta.url));
const host = '127.0.0.1';
const usual = 5173;

/** @param {string | undefined} text of --port */
function portOf(text) {
  if (text === undefined) return usual;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new UsageError(`--port: expected a number from 0 (any that is free) to 65535, but got ${text}`);
}

/**
 * Listens on a port. @param {import('node:http').Server} server @param {number} port
 * @returns {Promise<number>} the port
 */
const listening = (server, port) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(/** @type {import('node:net').AddressInfo} */ (server.address()).port);
    });
  });

/** @type {import('./main.js').Command} */
export const serve = {
  usage: '',
  text: 'serves the playground on this machine and prints its address',
  options: {
    port: {
      type: 'string',
      value: 'N',
      text: `listens there; otherwise on ${usual}, or on a free port if that is taken`,
    },
  },
  async run({ port: text }) {
    const port = portOf(text);
    if (!existsSync(site)) throw new UsageError(`expected the built site in ${site}, but there is none`);
    const server = fileServer(site);
    const got = await listening(server, port).catch((error) => {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === 'EADDRINUSE' && text === undefined) return listening(server, 0);
      if (code === 'EADDRINUSE') throw new UsageError(`--port: ${port} is taken by another program`);
      if (code === 'EACCES') throw new UsageError(`--port: ${port} may not be used by this user`);
      throw error;
    });
    console.log(`The playground: http://${host}:${got}/  (Ctrl+C ends it)`);
  },
};
