import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const inThisFolder = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  root: inThisFolder('.'),
  // Forge serves the folder from a path of its own choosing.
  base: './',
  plugins: [
    react({
      // Only our own screens: Atlaskit's packages come with their styles compiled.
      include: /\/static\/.*\.tsx$/,
      babel: { plugins: ['@atlaskit/tokens/babel-plugin'] },
    }),
  ],
  resolve: {
    alias: [
      { find: /^@forge\/bridge$/, replacement: inThisFolder('shared/bridge-parts.ts') },
      { find: /^@forge\/jira-bridge$/, replacement: inThisFolder('rule/jira-bridge-parts.ts') },
      // The package's Node build needs Buffer.
      { find: /^csv-parse\/sync$/, replacement: inThisFolder('../node_modules/csv-parse/dist/esm/sync.js') },
      // All that the bridge's context needs of it; the index brings lodash along.
      { find: /^@forge\/i18n$/, replacement: inThisFolder('../node_modules/@forge/i18n/out/ensureLocale.js') },
      { find: /^@atlaskit\/feature-gate-js-client(?:\/feature-gates)?$/, replacement: inThisFolder('shared/feature-gates.ts') },
    ],
  },
  // Texts are only ever looked up by key, and one string parses faster than an object of many.
  json: { namedExports: false, stringify: true },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        panel: inThisFolder('panel.html'),
        settings: inThisFolder('settings.html'),
        project: inThisFolder('project.html'),
        portfolio: inThisFolder('portfolio.html'),
        gadget: inThisFolder('gadget.html'),
        context: inThisFolder('context.html'),
        rule: inThisFolder('rule.html'),
      },
      output: {
        // What every screen has comes as one file, not as a handful of small ones.
        manualChunks: (id) => (/\/static\/shared\/(?!feature-gates)|\/src\/contract\/(?:values|gate|guidelines)\./.test(id) ? 'shared' : undefined),
      },
    },
  },
});
