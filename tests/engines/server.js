// A local server for the engines: the project's files, the built site, and two pages, under the policy of a strict host.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const root = join(import.meta.dirname, '../..');
/** No inline script or style, no foreign address: the element and the page need no more in any engine. */
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'";
/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** @param {string} head @param {string} [body] */
const page = (head, body = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>engines</title>${head}</head><body>${body}</body></html>`;

/** The element's figures, which between them use all parts. */
export const figures = [
  'activation="LeakyReLU" negative_slope="0.1" shape="4,5" seed="0" show="curve,tensors,gradient,code" controls',
  'activation="GELU" approximate="tanh" shape="1000" seed="1" show="curve,tensors,gradient" compare="SiLU"',
  'activation="Softmax" dim="1" shape="2,3,4" seed="18446744073709551615" show="curve,tensors,gradient"',
  'activation="GLU" input="1.0720,-1.4033,0.25,-3" show="curve,tensors,gradient"',
  'activation="Mish" input="linspace" shape="7" upstream="random" show="curve,tensors,gradient"',
];

/** The lessons of training, each in a few steps. */
export const lessons = [
  'lesson="dying" steps="60"',
  'lesson="vanishing" layers="2-32x6-1" steps="4" activation="LeakyReLU"',
  'lesson="convergence" steps="40" seeds="2" optimizer="Adam" lr="0.05"',
  'lesson="network" steps="80" at="40" unit="2.3"',
];

/** Programs, each of which prints. */
export const programs = [
  'torch.manual_seed(0)\nm = nn.LeakyReLU(0.1)\nprint(m(torch.randn(3, 4)))',
  'x = torch.linspace(-2, 2, 5, requires_grad=True)\ntorch.tanh(x).sum().backward()\nprint(x.grad, f"{x.grad.mean().item():.6f}")',
  'import math\nprint(2 ** 100, 7 // -2, -7 % 3, 0.1 + 0.2, f"{2.5:.0f} {math.pi:>10.4e}", sorted({"b": 1, "a": 2}.items()))\nprint([n for n in range(30) if all(n % k for k in range(2, n))][2:])',
];

/** @type {Record<string, string>} */
const pages = {
  '/sample.html': page('<script type="module" src="/tests/engines/sample_page.js"></script>'),
  '/memory.html': page('<script type="module" src="/tests/engines/memory_page.js"></script>'),
  '/element.html': page(
    '<script type="module" src="/dist/site/element.js"></script>',
    figures.map((words) => `<torchlet-figure loading="eager" ${words}></torchlet-figure>`).join(''),
  ),
  '/cells.html': page(
    '<script type="module" src="/dist/site/cell.js"></script>',
    programs.map((source) => `<torchlet-cell><pre>${source}</pre></torchlet-cell>`).join(''),
  ),
  '/training.html': page(
    '<script type="module" src="/dist/site/training.js"></script>',
    lessons.map((words) => `<torchlet-training loading="eager" ${words}></torchlet-training>`).join(''),
  ),
};

/** @returns {Promise<{ address: string, close: () => void }>} */
export async function serve() {
  const server = createServer(({ url = '/' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://local').pathname);
    const file = normalize(join(root, path));
    try {
      if (!file.startsWith(root + sep)) throw new Error(`${path} leads out of the project`);
      const body = pages[path] ?? readFileSync(file);
      const type = pages[path] ? 'text/html' : (types[extname(file)] ?? 'application/octet-stream');
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
