// The apps of this workspace and the Vite settings they share: one folder an app, one entry each.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const web_root = dirname(dirname(fileURLToPath(import.meta.url)));
export const budgets = JSON.parse(readFileSync(join(web_root, 'budgets.json'), 'utf8'));
export const apps = Object.keys(budgets);

export function vite_config(app) {
  return {
    configFile: false,
    root: join(web_root, app),
    base: './',
    logLevel: 'warn',
    server: { fs: { allow: [dirname(web_root)] } },
    build: {
      outDir: join(web_root, 'dist', app),
      emptyOutDir: true,
      manifest: true,
      target: 'es2022',
      // Inlined assets would be data: URLs in style sheets, which our content policy refuses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  };
}
