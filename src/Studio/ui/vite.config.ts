import { defineConfig } from 'vite';

// Names without hashes: the bundle is committed, and a change should be a change of a file, not another file.
export default defineConfig({
  base: './',
  build: {
    outDir: '../page',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 400,
    rollupOptions: {
      output: { entryFileNames: 'assets/studio.js', chunkFileNames: 'assets/[name].js', assetFileNames: 'assets/[name][extname]' },
    },
  },
});
