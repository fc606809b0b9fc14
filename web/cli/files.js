// A server of the files in one folder.
import { createReadStream, realpathSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';

/** What browsers must be told of a file. @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The path in an address, or null where it cannot be read. @param {string} address */
function pathOf(address) {
  try {
    const path = decodeURIComponent(address.split(/[?#]/)[0]);
    return path.startsWith('/') && !path.includes('\0') ? path : null;
  } catch {
    return null;
  }
}

/**
 * The file that a path means: itself, or a folder's index.html.
 * @param {string} root a real path
 * @param {string} path
 * @returns {Promise<{ file: string, size: number } | null>} null where there is none inside of the root
 */
async function found(root, path) {
  try {
    // The real path, so that neither ".." nor a link leads out.
    const file = await realpath(join(root, path, path.endsWith('/') ? 'index.html' : ''));
    const facts = await stat(file);
    return facts.isFile() && file.startsWith(root + sep) ? { file, size: facts.size } : null;
  } catch {
    return null;
  }
}

/** Whether a path without its slash means a folder that has a page. @param {string} root @param {string} path */
const isFolder = async (root, path) => !path.endsWith('/') && (await found(root, `${path}/`)) !== null;

/** @param {string} root @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
async function answer(root, request, response) {
  const refuse = (/** @type {number} */ status, /** @type {string} */ words, headers = {}) =>
    response.writeHead(status, { 'content-type': types['.txt'], ...headers }).end(`${words}\n`);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuse(405, 'Only GET and HEAD are understood.', { allow: 'GET, HEAD' });
  }
  const path = pathOf(request.url ?? '');
  if (path === null) return refuse(400, 'This address cannot be read.');
  const hit = await found(root, path);
  if (hit === null && (await isFolder(root, path))) {
    // Relative addresses in the page need the slash.
    const last = encodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
    return refuse(301, 'The page is at this address with a slash behind it.', { location: `./${last}/` });
  }
  if (hit === null) return refuse(404, 'There is no such file.');
  response.writeHead(200, {
    'content-type': types[extname(hit.file).toLowerCase()] ?? 'application/octet-stream',
    'content-length': hit.size,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(hit.file)
    .on('error', () => response.destroy())
    .pipe(response);
}

/** A server of a folder's files, which answers nothing from outside of it. @param {string} folder */
export function fileServer(folder) {
  const root = realpathSync(folder);
  return createServer((request, response) => {
    answer(root, request, response).catch(() => response.destroy());
  });
}
