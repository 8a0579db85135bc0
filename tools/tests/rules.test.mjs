// Each rule lets good text pass and catches a sample that breaks it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { functionsOf } from '../lint/cpp_text.mjs';
import { faults } from '../lint/faults.mjs';
import { houseOf } from '../lint/house.mjs';
import { leftovers } from '../lint/leftovers.mjs';
import { links } from '../lint/links.mjs';
import { personal } from '../lint/personal.mjs';
import { purity } from '../lint/purity.mjs';
import { registry } from '../lint/registry.mjs';
import { size } from '../lint/size.mjs';
import { closure } from '../lint/tidy.mjs';
import { problemsOf } from '../lint/tools.mjs';
import { wordsRule } from '../lint/words.mjs';

const table = 'foundation 0 | |\nscheduling 1 | |\nstorage 3 | |\n';
const found = (rule, texts) => rule.check(houseOf({ 'src/rooms.txt': table, ...texts }));
const whats = (rule, texts) => found(rule, texts).map((problem) => problem.what);

const impure = [
  'auto now = std::chrono::system_clock::now();',
  'auto now = time(nullptr);',
  'auto dice = std::random_device{}();',
  'std::shuffle(a.begin(), a.end(), dice);',
  'const char* home = getenv("HOME");',
  'std::mutex gate;',
  'thread_local int count;',
  'std::printf("%d", 1);',
  'std::cout << 1;',
  'if (isdigit(c)) {}',
  'double share = 1;',
  'auto half = 0.5 * n;',
  '#include <iostream>',
  '#include <thread>',
  '#include <sys/socket.h>',
];

for (const line of impure) {
  test(`purity catches ${line}`, () => {
    const [problem] = found(purity, { 'src/scheduling/a.cpp': `\n${line}\n` });
    assert.equal(problem?.line, 2);
    assert.ok(problem.cure.length > 0);
  });
}

test('purity leaves comments, strings, tests and outer storeys alone', () => {
  const text = '// a double booking; system_clock\nconst char* s = "time(0) double";\n';
  assert.deepEqual(found(purity, { 'src/scheduling/a.cpp': text }), []);
  assert.deepEqual(found(purity, { 'src/scheduling/a_test.cpp': 'double x;\n' }), []);
  assert.deepEqual(found(purity, { 'src/storage/a.cpp': 'std::mutex gate;\n' }), []);
});

test('purity leaves words alone that only contain a banned name', () => {
  const text = "int operand = 1; wait_time(2); plan.time(); auto n = 1'000;\n";
  assert.deepEqual(found(purity, { 'src/scheduling/a.cpp': text }), []);
});

test('purity catches iteration of a hash map declared in the header', () => {
  const texts = {
    'src/scheduling/a.h': 'std::unordered_map<int, int> places_;\n',
    'src/scheduling/a.cpp': 'void f() { for (auto& p : places_) {} }\n',
  };
  assert.match(whats(purity, texts)[0], /iterates places_/);
  texts['src/scheduling/a.cpp'] = 'void f() { places_.find(3); }\n';
  assert.deepEqual(found(purity, texts), []);
});

test('exception with a reason excuses, and one that excuses nothing is a problem', () => {
  const row = 'purity | src/scheduling/a.cpp | mutex | because\n';
  const text = { 'src/scheduling/a.cpp': 'std::mutex gate;\n', 'tools/exceptions.txt': row };
  assert.deepEqual(found(purity, text), []);
  text['src/scheduling/a.cpp'] = '';
  assert.match(whats(purity, text)[0], /excuses nothing/);
});

const body = (lines) => `${'    step();\n'.repeat(lines)}`;

test('size measures a function from its first line to its closing brace', () => {
  const text = `namespace a {\n\nint f(int x,\n      int y) {\n${body(2)}}\n\n}  // namespace a\n`;
  assert.deepEqual(functionsOf(text), [{ name: 'f', first: 3, last: 7, lines: 5 }]);
});

test('size knows constructors with brace initialisers, lambdas, operators and tests', () => {
  const text = [
    'struct A {',
    '    A(int x) : x_{x}, y_{2} {',
    '        use([](int v) { return v; });',
    '    }',
    '    int x_{0};',
    '    bool operator==(const A& o) const { return x_ == o.x_; }',
    '};',
    'TEST(Allocate, takes_the_earliest) {',
    '    A a{3};',
    '}',
  ].join('\n');
  const names = functionsOf(text).map((f) => `${f.name} ${f.lines}`);
  assert.deepEqual(names, ['A 3', 'operator 1', 'takes_the_earliest 3']);
});

test('size catches a long function, a long file and a long line', () => {
  const long = `void f() {\n${body(70)}}\n`;
  assert.match(whats(size, { 'src/storage/a.cpp': long })[0], /f has 72 lines/);
  assert.deepEqual(found(size, { 'src/storage/a.cpp': `void f() {\n${body(68)}}\n` }), []);
  assert.match(whats(size, { 'tools/a.mjs': 'a;\n'.repeat(401) })[0], /401 lines/);
  assert.match(whats(size, { 'tools/a.mjs': `${'ab '.repeat(34)}\n` })[0], /102 columns/);
});

const twins = (id, en) => ({
  'wording/id.json': JSON.stringify(id),
  'wording/en.json': JSON.stringify(en),
});

test('words wants the same keys and placeholders in both languages', () => {
  assert.deepEqual(
    found(wordsRule, twins({ a: { b: 'Jam {time}' } }, { a: { b: 'At {time}' } })),
    [],
  );
  assert.match(whats(wordsRule, twins({ a: 'x', b: 'y' }, { a: 'x' }))[0], /b is not in/);
  assert.match(
    whats(wordsRule, twins({ a: '{time}' }, { a: '{date}' }))[0],
    /placeholder|\{time\}/,
  );
  assert.match(whats(wordsRule, { 'wording/chat.id.json': '{}' })[0], /chat.en.json is missing/);
});

const refusal = 'enum class Refusal : int {\n    day_full,  // no room\n    day_closed,\n};\n';

test('words wants a sentence for every refusal in both languages', () => {
  const both = { refusal: { day_full: 'x', day_closed: 'y' } };
  const texts = { 'src/scheduling/a.h': refusal, ...twins(both, both) };
  assert.deepEqual(found(wordsRule, texts), []);
  const one = { refusal: { day_full: 'x' } };
  const missing = found(wordsRule, { ...texts, ...twins(one, one) });
  assert.match(missing[0].what, /day_closed has no sentence/);
  assert.equal(missing[0].line, 3);
});

test('words wants every refusal and store failure in a test once the engine has tests', () => {
  const failure = 'struct StoreFailure {\n    enum class Kind { unavailable, unknown };\n};\n';
  const texts = {
    'src/scheduling/a.h': refusal,
    'src/engine/store.h': failure,
    'src/engine/a_test.cpp': 'Refusal::day_full; Kind::unknown;',
  };
  assert.deepEqual(whats(wordsRule, texts).sort(), [
    'Kind unavailable is in no test',
    'Refusal day_closed is in no test',
  ]);
  delete texts['src/engine/a_test.cpp'];
  assert.deepEqual(found(wordsRule, texts), []);
});

test('leftovers catches marks, dead code and bare suppressions', () => {
  const mark = `// ${'TO' + 'DO'} later\n`;
  assert.equal(found(leftovers, { 'src/storage/a.cpp': mark }).length, 1);
  assert.match(whats(leftovers, { 'src/storage/a.cpp': '// return place;\n' })[0], /commented-out/);
  assert.match(whats(leftovers, { 'src/storage/a.cpp': '// count = 3;\n' })[0], /commented-out/);
  const bare = `f();  // ${'NO' + 'LINT'}\n`;
  assert.match(whats(leftovers, { 'src/storage/a.cpp': bare })[0], /suppression/);
  const reasoned = `f();  // ${'NO' + 'LINT'}(bugprone-x): the library asks for it\n`;
  assert.deepEqual(found(leftovers, { 'src/storage/a.cpp': reasoned }), []);
});

test('leftovers leaves prose and quoted examples alone', () => {
  const text = '// `return fail(Refusal::day_closed);`\n// A row is kept; the next one waits.\n';
  assert.deepEqual(found(leftovers, { 'src/storage/a.cpp': text }), []);
});

test('leftovers catches a header that nothing includes and an empty file', () => {
  const texts = { 'src/storage/a.h': '#pragma once\n', 'src/storage/b.cpp': 'int b;\n' };
  assert.deepEqual(found(leftovers, texts), []);
  texts['apps/antre.cpp'] = 'int main() {}\n';
  assert.match(whats(leftovers, texts)[0], /nothing includes/);
  texts['apps/antre.cpp'] = '#include "storage/a.h"\n';
  assert.deepEqual(found(leftovers, texts), []);
  assert.match(whats(leftovers, { 'docs/a.md': '\n' })[0], /empty/);
});

test('personal catches reveal outside of the named places and a way to print', () => {
  const allowed = { 'tools/reveals.txt': 'src/storage/ | encrypts\n' };
  const text = 'log(name.reveal());\n';
  assert.deepEqual(found(personal, { ...allowed, 'src/storage/a.cpp': text }), []);
  assert.match(whats(personal, { ...allowed, 'src/server/a.cpp': text })[0], /reveal\(\)/);
  const print = 'std::ostream& operator<<(std::ostream& out, const PersonName& name);\n';
  assert.match(whats(personal, { 'src/storage/a.h': print })[0], /print/);
  assert.match(whats(personal, { 'tools/reveals.txt': 'src/storage/\n' })[0], /no reason/);
});

test('registry catches a lock file that names where packages came from', () => {
  const good = '{"node_modules/x": {"version": "1.0.0", "integrity": "sha512-a"}}';
  assert.deepEqual(found(registry, { 'web/package-lock.json': good }), []);
  const bad = '{"node_modules/x": {"resolved": "https://registry.example/x/-/x-1.tgz"}}';
  assert.equal(found(registry, { 'web/package-lock.json': bad }).length, 1);
});

test('links catches a relative link to a file that is not there', () => {
  const good = '[a](docs/b.md#part) [c](https://example.org/x) [d](docs)\n';
  assert.deepEqual(found(links, { 'README.md': good, 'docs/b.md': '[up](../README.md)\n' }), []);
  assert.match(whats(links, { 'README.md': '[a](docs/none.md)\n' })[0], /none.md leads nowhere/);
});

test('tidy asks again when a header further down changes', () => {
  const house = houseOf({
    'src/a/a.cpp': '#include "a/a.h"\n',
    'src/a/a.h': '#include "b/b.h"\n',
    'src/b/b.h': '',
    'src/c/c.h': '',
  });
  assert.deepEqual([...closure(house, 'src/a/a.cpp')], ['src/a/a.cpp', 'src/a/a.h', 'src/b/b.h']);
});

test('output of a tool becomes problems with file and line', () => {
  const pattern = /^(?<file>\S[^:]*):(?<line>\d+):\d+: (?<what>.*)$/;
  const [problem] = problemsOf('note\nsrc/a.cpp:3:1: bad\n', pattern, 'mend');
  assert.deepEqual(problem, { file: 'src/a.cpp', line: 3, what: 'bad', cure: 'mend' });
});

test('faults catches a fault without a test and a test that is gone', () => {
  const tests = {
    'src/a_test.cpp': 'TEST(Suite, says_so) {}\nTEST_P(\n    Long, name) {}\n',
    'tests/b.test.mjs': "test('a sentence, with a comma', () => {});\n",
    'src/c.txt': '',
  };
  const page = (last) => ({ ...tests, 'docs/faults.md': `| W1 | a | b | ${last} |\n` });
  for (const good of [
    '`src/a_test.cpp: Suite.says_so`',
    '`src/a_test.cpp: Long.name`',
    '`tests/b.test.mjs: a sentence, with a comma`',
    '`src/c.txt`',
  ]) {
    assert.deepEqual(found(faults, page(good)), [], good);
  }
  assert.match(whats(faults, page('`src/a_test.cpp: Suite.says`'))[0], /no test 'Suite.says'/);
  assert.match(whats(faults, page('`src/a_test.cpp: Other.says_so`'))[0], /no test/);
  assert.match(whats(faults, page('`tests/b.test.mjs: a sentence`'))[0], /no test/);
  assert.match(whats(faults, page('`src/gone_test.cpp: Suite.says_so`'))[0], /is not there/);
  assert.match(whats(faults, page('by hand'))[0], /fault W1 has no test/);
});
