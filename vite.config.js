// The site: the pages of web/site built into dist/site, to be served from any folder of any web server.
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'web/site',
  base: './',
  build: {
    outDir: '../../dist/site',
    // Which files each page is made of, for the service worker (web/tools/offline.js).
    manifest: 'assets/pages.json',
    emptyOutDir: true,
    rolldownOptions: { input: ['', 'tutorial/', 'training/', 'scratch/'].map((page) => `web/site/${page}index.html`) },
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  preview: { port: 5173, strictPort: false },
});
