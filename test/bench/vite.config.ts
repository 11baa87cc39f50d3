import { defineConfig } from 'vite'

/** The bench runs what a worker or a server runs: bundled modules. */
export default defineConfig({
  root: import.meta.dirname,
  build: { ssr: 'bench.ts', outDir: '../../dist/bench', emptyOutDir: true, target: 'node20', minify: false, rollupOptions: { output: { entryFileNames: '[name].mjs' } } },
})
