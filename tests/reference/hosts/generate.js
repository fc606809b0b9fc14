// Builds a page with each tool from the files that its recipe in web/docs shows, and keeps what the tool wrote.
// Run by hand where the tools are: node tests/reference/hosts/generate.js FOLDER_WITH_DOCUSAURUS
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { recipeOf } from './recipe.js';

const here = import.meta.dirname;
const [docusaurus] = process.argv.slice(2);
const run = (program, args, options = {}) => execFileSync(program, args, { encoding: 'utf8', ...options });

/** The recipe's files in a fresh folder, with others beside them. */
function laid(name, others) {
  const folder = mkdtempSync(join(tmpdir(), `torchlet-${name}-`));
  for (const [path, text] of Object.entries({ ...recipeOf(name), ...others })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Keeps some of what a tool wrote. */
function keep(name, from, wanted) {
  const to = join(here, name);
  rmSync(to, { recursive: true, force: true });
  for (const path of readdirSync(from, { recursive: true }).filter(wanted)) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    cpSync(join(from, path), join(to, path), { dereference: true });
  }
}

const tools = {
  mkdocs() {
    const folder = laid('mkdocs', { 'docs/index.md': '# Tutorials\n\n[Leaky ReLU](leaky.md)\n' });
    run('mkdocs', ['build', '--quiet'], { cwd: folder });
    keep('mkdocs', join(folder, 'site'), (path) =>
      /^(index\.html|leaky\/index\.html|sitemap\.xml|figures\.css|assets\/javascripts\/bundle[^/]*\.js)$/.test(path),
    );
    const material = run('dpkg-query', ['-W', '-f', '${Version}', 'mkdocs-material']).split('-')[0];
    return `MkDocs ${/version ([\d.]+)/.exec(run('mkdocs', ['--version']))[1]} and Material ${material}`;
  },

  sphinx() {
    const folder = laid('sphinx', { 'index.rst': 'Tutorials\n=========\n\n.. toctree::\n\n   leaky\n' });
    run('sphinx-build', ['-q', '-b', 'html', folder, join(folder, 'out')]);
    keep('sphinx', join(folder, 'out'), (path) => /^(leaky\.html|_static\/(alabaster|basic|pygments|custom)\.css|_static\/(doctools|documentation_options|sphinx_highlight|underscore|jquery|_sphinx_javascript_frameworks_compat)\.js)$/.test(path));
    return `Sphinx ${/([\d.]+)/.exec(run('sphinx-build', ['--version']))[1]}`;
  },

  docusaurus() {
    const { name = 'tutorials', dependencies } = JSON.parse(readFileSync(join(docusaurus, 'package.json'), 'utf8'));
    const folder = laid('docusaurus', { 'package.json': JSON.stringify({ name, private: true, dependencies }) });
    symlinkSync(join(docusaurus, 'node_modules'), join(folder, 'node_modules'));
    run('npx', ['docusaurus', 'build'], { cwd: folder, env: { ...process.env, DOCUSAURUS_IGNORE_SSG_WARNINGS: 'true', NODE_OPTIONS: '--preserve-symlinks' } });
    keep('docusaurus', join(folder, 'build'), (path) => /^(docs\/leaky\/index\.html|assets\/js\/.*\.js|assets\/css\/.*\.css)$/.test(path));
    const { version } = JSON.parse(readFileSync(join(docusaurus, 'node_modules/@docusaurus/core/package.json'), 'utf8'));
    return `Docusaurus ${version}`;
  },

  jupyter() {
    const script = join(here, 'notebook.py');
    const folder = laid('jupyter', {});
    run('python3', [script, folder]);
    run('jupyter-nbconvert', ['--to', 'html', '--log-level', 'ERROR', 'leaky.ipynb'], { cwd: folder });
    const html = readFileSync(join(folder, 'leaky.html'), 'utf8');
    // Half a megabyte of JupyterLab's styles, and scripts of other sites for formulas that are not there.
    writeFileSync(join(folder, 'leaky.html'), html.replace(/<style[^>]*>[\s\S]*?<\/style>/g, '').replace(/<script[\s\S]*?<\/script>/g, ''));
    keep('jupyter', folder, (path) => path === 'leaky.html');
    return `nbconvert ${run('jupyter-nbconvert', ['--version']).trim()}`;
  },
};

const versions = {};
for (const [name, build] of Object.entries(tools)) {
  const hash = createHash('sha256').update(JSON.stringify(recipeOf(name))).digest('hex').slice(0, 16);
  versions[name] = { tool: build(), recipe: hash };
  console.log(name, versions[name]);
  if (!existsSync(join(here, name))) throw new Error(`${name}: nothing was kept`);
}
writeFileSync(join(here, 'tools.json'), `${JSON.stringify(versions, null, 2)}\n`);
