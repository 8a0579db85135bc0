// ./dev format: brings C++ and web files into the agreed format, in place.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCpp, openHouse } from './lint/house.mjs';

const house = openHouse(join(import.meta.dirname, '..'));
const files = house.files.filter(isCpp);
const inherit = { stdio: 'inherit', cwd: house.root };
execFileSync('clang-format-14', ['-i', ...files], inherit);
const manifest = join(house.root, 'web/package.json');
if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).scripts?.format) {
  execFileSync('npm', ['run', '--silent', 'format'], {
    stdio: 'inherit',
    cwd: join(house.root, 'web'),
  });
}
console.log(`${files.length} C++ files are in the agreed format`);
