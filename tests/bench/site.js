// A local server of the built site, compressed as web servers do it.
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { listening } from '../listening.js';

const root = join(import.meta.dirname, '../../dist/site');

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** @returns {Promise<{ address: string, close: () => void }>} */
export function serveSite() {
  /** Compressed once, so that no load waits for it. @type {Map<string, Buffer>} */
  const bodies = new Map();
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://local');
    const path = normalize(join(root, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)));
    if (!path.startsWith(root + sep) || !statSync(path, { throwIfNoEntry: false })?.isFile())
      return response.writeHead(404).end();
    const body = bodies.get(path) ?? gzipSync(readFileSync(path), { level: 9 });
    bodies.set(path, body);
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
    response.setHeader('content-encoding', 'gzip');
    response.end(body);
  });
  return listening(server);
}
