import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: process.env['VITEST'] ? '.' : 'editor',
  plugins: [vue()],
  // The code editor writes <style> elements, which the content policy refuses: its module for that is replaced by ours.
  resolve: { alias: [{ find: /^(\.{1,2}\/)+(base\/browser\/)?domStylesheets\.js$/, replacement: fileURLToPath(new URL('editor/components/json/sheets.ts', import.meta.url)) }] },
  define: { __VUE_I18N_FULL_INSTALL__: false, __VUE_I18N_LEGACY_API__: false, __INTLIFY_JIT_COMPILATION__: true, __INTLIFY_DROP_MESSAGE_COMPILER__: false },
  build: { outDir: '../dist/editor', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 900 },
  worker: { format: 'es' },
  server: { port: 8786, proxy: { '/api': 'http://127.0.0.1:8787' } },
  test: { include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 180_000 },
})
