// The contract for people (YAML) and the one the server gives out (JSON) say the same.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { paths, yamlOf } from '../openapi_yaml.mjs';

const [json, yaml] = paths.map((path) => readFileSync(path, 'utf8'));

test('the YAML contract is made from the JSON contract as it is now', () => {
  assert.equal(yaml, yamlOf(json));
});

test('every kind of value has its form in YAML', () => {
  const written = yamlOf(
    '{"a b":"plain","200":"no","count":1,"none":null,"e":[],' +
      '"l":["x: y",{"k":[true],"z":{"q":"#"}}]}',
  );
  const body = written.split('\n').slice(1).join('\n');
  assert.equal(
    body,
    [
      '"200": "no"',
      'a b: plain',
      'count: 1',
      'none: null',
      'e: []',
      'l:',
      '  - "x: y"',
      '  - k:',
      '      - true',
      '    z:',
      '      q: "#"',
      '',
    ].join('\n'),
  );
});

test('every reference of the contract leads somewhere', () => {
  const document = JSON.parse(json);
  for (const [, reference] of json.matchAll(/"\$ref": "#\/([^"]+)"/g)) {
    const target = reference.split('/').reduce((at, step) => at?.[step], document);
    assert.ok(target, reference);
  }
});
