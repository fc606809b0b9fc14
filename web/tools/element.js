// Builds the elements for pages: for each a self-contained file for a script tag, and modules for those who bundle.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { build as bundle } from 'esbuild';
import { writeElementTypes } from './element_types.js';
import { project } from './modules.js';

const web = join(project, 'web');
const out = join(web, 'build');
/** Where the self-contained files wait for the site. */
const folder = join(project, 'build/element');
/** The layers that elements are made of: what else of the package they use, every user of it shares. */
const layers = ['figure', 'training'];

/** The package's own modules stay where they are: one instance of the kernels beside `import torch from 'torchlet'`. @type {import('esbuild').Plugin} */
const own = {
  name: 'own modules',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
      const file = join(resolveDir, path);
      const place = relative(web, file);
      const [layer] = place.split(sep);
      if (layer === '..' || layers.includes(layer) || resolveDir.includes('node_modules')) return undefined;
      return {
        path: relative(out, file)
          .replaceAll(sep, '/')
          .replace(/^(?!\.)/, './'),
        external: true,
      };
    });
  },
};

/** Styles and templates without the room between their lines. @type {import('esbuild').Plugin} */
const tight = {
  name: 'tight templates',
  setup(build) {
    build.onLoad({ filter: new RegExp(`/web/(?:${layers.join('|')})/(?:[^/]+/)*[^/]+\\.js$`) }, ({ path }) => ({
      contents: tightened(readFileSync(path, 'utf8')),
    }));
    // Formulas, families and the kernels' errors are for pages that have room for them.
    build.onLoad({ filter: /\/web\/build\/facts\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/^ *"(?:family|formula|derivative)":.*\n/gm, '')
        .replace(/^ *"kernels": \[[^\]]*\],\n/gm, ''),
    }));
  },
};

/** The kernels without what tensors alone need, for the file that has no tensors. @type {import('esbuild').Plugin} */
const figures = {
  name: 'kernels of figures',
  setup(build) {
    build.onLoad({ filter: /\/web\/build\/binary\.js$/ }, () => ({
      contents: `export default '${readFileSync(join(project, 'build/wasm/figures.wasm'), 'hex')}';`,
    }));
  },
};

/** Families of tensors' methods that no lesson calls, and single ones. */
const uncalled = {
  families: 'inverses norms places placing taking scans sets statistics truths sorting partners aliases after',
  methods:
    'addmm bincount diag histc tril triu chunk flip repeat roll split where inner multinomial quantile bmm dot outer',
};

/**
 * The tables of tensors' methods without those.
 * @param {string} source of torch/tensor/methods.js
 */
function fewerMethods(source) {
  const cut = (/** @type {string} */ text, /** @type {RegExp} */ pattern, by = '') => {
    const rest = text.replace(pattern, by);
    if (rest === text) throw new Error(`element.js looked for ${pattern} in tensor/methods.js, which lists methods.`);
    return rest;
  };
  const { families, methods } = uncalled;
  const lines = [
    ...families.split(' ').map((name) => new RegExp(`^  \\.\\.\\.(?:methodsOf\\(${name}\\)|${name}),\\n`, 'gm')),
    ...methods.split(' ').map((name) => new RegExp(`^  ${name}(?:: \\w+(?:\\.\\w+)?)?,\\n`, 'gm')),
  ];
  // Of what is left out there is no form in place either.
  return cut(
    lines.reduce((text, line) => cut(text, line), source),
    /(?<=^const inPlace = .*changing\.split\(' '\))(?=\.map)/m,
    '.filter((name) => name in all)',
  );
}

/** torch without what no lesson calls: no tensor leaves an element. 19 of 207 kB gzipped. @type {import('esbuild').Plugin} */
export const lessons = {
  name: 'torch of lessons',
  setup(build) {
    build.onLoad({ filter: /\/web\/torch\/tensor\/methods\.js$/ }, ({ path }) => ({
      contents: fewerMethods(readFileSync(path, 'utf8')),
    }));
    // PyTorch's other names are for programs that people write.
    build.onLoad({ filter: /\/web\/torch\/arguments\/absent_names\.js$/ }, () => ({
      contents: "export const absentNames = '';",
    }));
  },
};

/** @param {string} source */
function tightened(source) {
  return source
    .replace(
      /\bcss`([^`$]*)`/g,
      (_, text) =>
        `css\`${text
          .replace(/\/\*[\s\S]*?\*\//g, '')
          .replace(/\s+/g, ' ')
          .replace(/ ?([{};,>]) ?/g, '$1')
          .replace(/: /g, ':')
          .replace(/;}/g, '}')
          .trim()}\``,
    )
    .replace(/\b(?:html|svg)`[^`]*`/g, (text) => text.replace(/>\s*\n\s*</g, '><').replace(/\s*\n\s*/g, ' '));
}

/** @type {import('esbuild').BuildOptions} */
export const shared = {
  bundle: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  inject: [join(web, 'figure/host.js')],
  logLevel: 'warning',
};

/** The hash by which a page can insist on this very file. @param {string} file */
export const integrityOf = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

/** torchlet/element, over the class that torchlet/figure gives. */
const registering = `// Generated by the build (web/tools/element.js): registers <torchlet-figure> where there is a page.
import { TorchletFigure } from './figure.js';

if (typeof customElements !== 'undefined' && !customElements.get('torchlet-figure'))
  customElements.define('torchlet-figure', TorchletFigure);

export { TorchletFigure };
`;

/** The self-contained files: what they are made of, and by which name pages know them (element_file.js). */
const files = [
  { name: 'element.js', entry: 'figure/element.js', known: 'elementFile', plugins: [tight, figures] },
  { name: 'training.js', entry: 'training/element.js', known: 'trainingFile', plugins: [tight, lessons] },
];

/** The modules for bundlers; torchlet/element is written by hand, over the class of figure.js. */
const modules = {
  figure: 'figure/figure.js',
  figure_command: 'figure/figure_command.js',
  training: 'training/element.js',
};

/** Those files in build/element, and in web/build/ what pages say of them and the modules for bundlers. */
export async function buildElements() {
  mkdirSync(folder, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  const facts = [];
  for (const { name, entry, known, plugins } of files) {
    const file = join(folder, name);
    await bundle({ ...shared, entryPoints: [join(web, entry)], outfile: file, minify: true, plugins });
    facts.push(`export const ${known} = ${JSON.stringify({ version, integrity: integrityOf(file) })};\n`);
  }
  writeFileSync(
    join(out, 'element_file.js'),
    `// Generated by the build (web/tools/element.js): the self-contained files that a page's script tag names.\n${facts.join('')}`,
  );
  for (const [name, entry] of Object.entries(modules))
    await bundle({
      ...shared,
      entryPoints: [join(web, entry)],
      outfile: join(out, `${name}.js`),
      plugins: [own],
    });
  writeFileSync(join(out, 'element.js'), registering);
  await writeElementTypes(join(out, 'types'));
}

/** What services ask that turn an address into a frame (https://oembed.com), for the page's first figure. @param {string} site */
const oembed = (site) => {
  const src = new URL('embed.html?activation=LeakyReLU&negative_slope=0.1&controls', site).href;
  const [width, height] = [720, 640];
  const html = `<iframe src="${src.replace(/&/g, '&amp;')}" width="${width}" height="${height}" loading="lazy" title="LeakyReLU, drawn by torchlet" frameborder="0"></iframe>`;
  return {
    version: '1.0',
    type: 'rich',
    provider_name: 'torchlet',
    provider_url: site,
    title: 'torchlet',
    width,
    height,
    html,
  };
};

/**
 * Puts the self-contained files, the page for frames and the tutorials that use them into the site; oembed.json where it is known what address that has.
 * @param {string} site its folder
 * @param {string | undefined} address of it, with a slash at its end: SITE_URL
 */
export async function writeElements(site, address = process.env.SITE_URL) {
  for (const { name } of files) copyFileSync(join(folder, name), join(site, name));
  for (const name of ['embed.html', 'embed.css']) copyFileSync(join(web, 'embed', name), join(site, name));
  mkdirSync(join(site, 'docs'), { recursive: true });
  for (const name of ['tutorial.html', 'tutorial.css', 'lesson.html', 'lesson.css'])
    copyFileSync(join(web, 'docs', name), join(site, 'docs', name));
  await bundle({
    ...shared,
    format: 'iife',
    entryPoints: [join(web, 'embed/embed.js')],
    outfile: join(site, 'embed.js'),
    minify: true,
    plugins: [tight, figures],
  });
  if (!address) return;
  const url = new URL(address).href.replace(/\/?$/, '/');
  writeFileSync(join(site, 'oembed.json'), `${JSON.stringify(oembed(url), null, 2)}\n`);
  const page = join(site, 'embed.html');
  const link = `<link rel="alternate" type="application/json+oembed" href="${url}oembed.json" />`;
  writeFileSync(page, readFileSync(page, 'utf8').replace('</head>', `  ${link}\n  </head>`));
}
