// Builds every app (or those named) into dist/<app>: hashed names, with .gz and .br beside each file
// so that the server never compresses at run time. Fails when an app exceeds its size budget.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { apps, vite_config, web_root } from './apps.mjs';
import { check_sizes } from './size_gate.mjs';

const compressible = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest', '.txt']);

function compress(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !compressible.has(extname(entry.name))) continue;
    if (path.includes('.vite')) continue;
    const bytes = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
  }
}

const wanted = process.argv.slice(2);
for (const app of wanted.length > 0 ? wanted : apps) {
  await build(vite_config(app));
  compress(join(web_root, 'dist', app));
  check_sizes(app);
}
