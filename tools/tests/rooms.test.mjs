import assert from 'node:assert/strict';
import { test } from 'node:test';
import { houseOf } from '../lint/house.mjs';
import { findCycle, readRooms, rooms } from '../lint/rooms.mjs';

const table = `
# room    storey | may include | libraries
foundation  0    |             | expected
scheduling  1    |             |
engine      2    | scheduling  |
storage     3    | engine      | sqlite
`;
const found = (texts) => rooms.check(houseOf({ 'src/rooms.txt': table, ...texts }));

test('arrows of the table, own room, foundation and std pass', () => {
  const text =
    '#include "engine/a.h"\n#include "scheduling/b.h"\n#include "foundation/c.h"\n#include <map>\n';
  assert.deepEqual(found({ 'src/engine/a.cpp': text }), []);
});

test('include against the table is caught with its line', () => {
  const [problem, ...rest] = found({ 'src/scheduling/a.cpp': '\n#include "engine/b.h"\n' });
  assert.equal(rest.length, 0);
  assert.equal(`${problem.file}:${problem.line}`, 'src/scheduling/a.cpp:2');
  assert.match(problem.what, /scheduling may not include room engine/);
});

test('commented include is no include', () => {
  assert.deepEqual(found({ 'src/scheduling/a.cpp': '// #include "engine/b.h"\n' }), []);
});

test('library outside of its room is caught', () => {
  assert.deepEqual(found({ 'src/storage/a.cpp': '#include <sqlite3.h>\n' }), []);
  const [problem] = found({ 'src/engine/a.cpp': '#include <sqlite3.h>\n' });
  assert.match(problem.what, /sqlite3\.h.*not its library/);
});

test('fmt is for cpp files of the outer storeys', () => {
  assert.deepEqual(found({ 'src/storage/a.cpp': '#include <fmt/format.h>\n' }), []);
  assert.equal(found({ 'src/storage/a.h': '#include <fmt/format.h>\n' }).length, 1);
  assert.equal(found({ 'src/engine/a.cpp': '#include <fmt/format.h>\n' }).length, 1);
});

test('test library is for tests', () => {
  assert.deepEqual(found({ 'src/engine/a_test.cpp': '#include <gtest/gtest.h>\n' }), []);
  assert.equal(found({ 'src/engine/a.cpp': '#include <gtest/gtest.h>\n' }).length, 1);
});

test('file without a room and include without a path are caught', () => {
  assert.equal(found({ 'src/attic/a.cpp': '' }).length, 1);
  assert.match(found({ 'src/engine/a.cpp': '#include "b.h"\n' })[0].what, /has no room/);
});

test('arrow that points up and circle of rooms are caught', () => {
  const bad = 'a 1 | b |\nb 2 | a |\n';
  const problems = rooms.check(houseOf({ 'src/rooms.txt': bad }));
  assert.match(
    problems.map((p) => p.what).join('\n'),
    /a \(storey 1\) points up to b \(storey 2\)/,
  );
  assert.match(problems.map((p) => p.what).join('\n'), /circle: a -> b -> a/);
  assert.equal(findCycle(readRooms(table)), undefined);
});
