// The size gate: what a first visit loads, gzipped, against budgets.json. It follows the imports of
// the entry in Vite's manifest, so a lazy part does not count and a stray import does.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { apps, budgets, web_root } from './apps.mjs';

function first_view(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
  const files = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  visit('index.html');
  return [...files, 'index.html'];
}

// Throws when `app` is over budget; prints one line otherwise.
export function check_sizes(app) {
  const folder = join(web_root, 'dist', app);
  const budget = budgets[app];
  const kb = (file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length / 1024;
  const files = first_view(folder);
  const sum = (list) => list.reduce((total, file) => total + kb(file), 0);
  const measured = {
    initial_js_gz_kb: sum(files.filter((file) => file.endsWith('.js'))),
    first_view_gz_kb: sum(files),
    first_view_files: files.length,
  };
  const line = Object.keys(budget).map(
    (key) => `${key} ${+measured[key].toFixed(1)}/${budget[key]}`,
  );
  console.log(`size ${app}: ${line.join('  ')}`);
  const over = Object.keys(budget).filter((key) => measured[key] > budget[key]);
  if (over.length > 0) throw new Error(`${app} is over budget: ${over.join(', ')}`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) apps.forEach(check_sizes);
