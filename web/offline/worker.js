// The service worker: after a first visit the site opens and computes without a network. The build writes its list of files.
/// <reference lib="webworker" />

// By hand rather than Workbox: there is one list of files and two rules, and their reasons can be read here.
//
// No visitor ever gets parts of two builds. A cache holds one whole build or does not come to be: every file's hash is
// checked as it comes. What a page asks for has the hash of its content in its name. And a new worker waits until the
// pages of the old build are closed, so that a part that they load late is still there.

/**
 * What the build says: a name for this very set of files, and each file's path from here and its hash.
 * @type {{ build: string, files: [path: string, integrity: string][] }}
 */
const { build, files } = /** @type {any} */ (globalThis).torchletSite;
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** Of this site alone: others at the same origin have caches of their own. */
const prefix = `torchlet ${worker.registration.scope} `;
const cacheName = prefix + build;
/** A network that has not answered by then counts as none. */
const kPatience = 3000;

const address = (/** @type {string} */ path) => new URL(path, worker.registration.scope).href;
/** Where pages are asked for: folders. Their other name, with index.html, some servers redirect, and what was redirected opens no page. */
const isPage = (/** @type {string} */ url) => url.endsWith('/');
const [pages, parts] = [isPage, (/** @type {string} */ url) => !isPage(url)].map(
  (kind) => new Set(files.map(([path]) => address(path)).filter(kind)),
);

worker.addEventListener('install', (event) => {
  const requests = files.map(([path, integrity]) => {
    const url = address(path);
    return new Request(url, { integrity, cache: isPage(url) ? 'no-cache' : 'default' });
  });
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(requests)));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([removeOthers(), worker.clients.claim()]));
});

async function removeOthers() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(others.map((name) => caches.delete(name)));
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = request.url.replace(/[?#].*/, '');
  if (request.method !== 'GET') return;
  if (parts.has(url)) event.respondWith(kept(url).then((found) => found ?? fetch(request)));
  else if (request.mode === 'navigate') {
    const page = url.replace(/index\.html$/, '');
    if (pages.has(page)) event.respondWith(newest(request, page));
  }
});

/** @param {string} url */
const kept = async (url) => (await caches.open(cacheName)).match(url, { ignoreVary: true });

/** The page as the server has it now, so that nobody is left behind on an old build; or else the one that is kept. @param {Request} request @param {string} page its address */
async function newest(request, page) {
  const answer = await fetch(request, { signal: AbortSignal.timeout(kPatience) }).catch(() => undefined);
  if (answer && answer.status < 500) return answer;
  return (await kept(page)) ?? answer ?? Response.error();
}
