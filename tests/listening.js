// A server of this machine alone, on a port that is free.

/**
 * @param {import('node:http').Server} server
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function listening(server) {
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
