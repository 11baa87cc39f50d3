import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** Laws on thousands of random rulesets, services on a real database, commands on the shipped ruleset: not part of the quick check. */
const LONG = ['test/engine/laws/*.test.ts', 'test/engine/edit/{laws,uses}.test.ts', 'test/engine/check/any-json.test.ts', 'test/engine/content/cohort.test.ts', 'test/engine/analyse/{idle,random}.test.ts', 'test/engine/columns/{agreement,shipped,stream}.test.ts', 'test/engine/study/simulate/{settings,drag}.test.ts', 'test/server/*.test.ts', 'test/cli/*.test.ts']
/** Tests of running programs: browsers, servers, databases, the command line. */
const WHOLE = ['test/e2e/**/*.test.ts', 'test/server/process.test.ts', 'test/server/store/**/*.test.ts', 'test/cli/program.test.ts']

export default defineConfig({
  root: process.env['VITEST'] ? '.' : 'editor',
  plugins: [vue()],
  // The code editor writes <style> elements, which the content policy refuses: its module for that is replaced by ours.
  resolve: { alias: [{ find: /^(\.{1,2}\/)+(base\/browser\/)?domStylesheets\.js$/, replacement: fileURLToPath(new URL('editor/components/json/sheets.ts', import.meta.url)) }] },
  define: { __VUE_I18N_FULL_INSTALL__: false, __VUE_I18N_LEGACY_API__: false, __INTLIFY_JIT_COMPILATION__: true, __INTLIFY_DROP_MESSAGE_COMPILER__: false },
  build: { outDir: '../dist/editor', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 900 },
  worker: { format: 'es' },
  // The host stays the page's own: the server refuses writes of pages under another.
  server: { port: 8786, proxy: { '/api': { target: `http://127.0.0.1:${process.env['PORT'] ?? 8787}`, changeOrigin: false } } },
  test: {
    testTimeout: 60_000, hookTimeout: 180_000,
    projects: [
      // Pure functions need no process each.
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [...LONG, ...WHOLE], isolate: false } },
      { extends: true, test: { name: 'long', include: LONG, exclude: WHOLE, isolate: false } },
      { extends: true, test: { name: 'whole', include: WHOLE } },
    ],
  },
})
