import { join } from 'node:path';

const root = join(__dirname, '..');
const dist = join(root, 'local', 'dist');

/** Where things lie in the project. */
export const places = {
  root,
  manifest: join(root, 'manifest.yml'),
  dist,
  functions: join(dist, 'functions'),
  functionsBundle: join(dist, 'functions', 'index.js'),
  browser: join(dist, 'browser'),
  worker: join(dist, 'worker.js'),
} as const;
