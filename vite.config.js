// The site: web/playground built into dist/site, to be served from any folder of any web server.
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'web/playground',
  base: './',
  build: {
    outDir: '../../dist/site',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  preview: { port: 5173, strictPort: false },
});
