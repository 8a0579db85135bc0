// Writes api/antre.openapi.yaml, for people to read, from api/antre.openapi.json, the one source.
// `--check` writes nothing and fails when the two differ.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const plain = /^[A-Za-z/$][\w/$ {}.-]*$/;
const words = /^(true|false|null|yes|no|on|off|y|n)$/i;

const scalar = (value) =>
  typeof value === 'string' && plain.test(value) && !words.test(value) && !value.endsWith(' ')
    ? value
    : JSON.stringify(value);

const isNested = (value) =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;

/** The lines of a value, unindented. */
function linesOf(value) {
  if (!isNested(value)) return [scalar(value)];
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const [first, ...rest] = linesOf(item);
      return [`- ${first}`, ...rest.map((line) => `  ${line}`)];
    });
  }
  return Object.entries(value).flatMap(([key, item]) =>
    isNested(item)
      ? [`${scalar(key)}:`, ...linesOf(item).map((line) => `  ${line}`)]
      : [`${scalar(key)}: ${scalar(item)}`],
  );
}

/** @param {string} json @returns {string} the same document as YAML 1.2 */
export function yamlOf(json) {
  const head = '# Made from antre.openapi.json by tools/openapi_yaml.mjs; edit that.\n';
  return `${head}${linesOf(JSON.parse(json)).join('\n')}\n`;
}

export const paths = ['json', 'yaml'].map((ending) =>
  fileURLToPath(new URL(`../api/antre.openapi.${ending}`, import.meta.url)),
);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [source, target] = paths;
  const yaml = yamlOf(readFileSync(source, 'utf8'));
  if (!process.argv.includes('--check')) {
    writeFileSync(target, yaml);
  } else if (readFileSync(target, 'utf8') !== yaml) {
    console.error('api/antre.openapi.yaml is out of date: run node tools/openapi_yaml.mjs');
    process.exit(1);
  }
}
