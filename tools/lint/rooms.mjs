// Rooms: every include under src/ is allowed by src/rooms.txt, arrows point down only, there is no
// cycle, and an outside library is seen only in the rooms that own it.

import { includesOf } from './cpp_text.mjs';
import { isCpp, isTest, roomOf } from './house.mjs';

const table = 'src/rooms.txt';

// Headers of each outside library, by the short name that src/rooms.txt uses for it.
const libraryHeaders = [
  [/^tl\//, ['expected']],
  [/^boost\/(asio|beast)[./]/, ['asio']],
  [/^boost\/json[./]/, ['json']],
  [/^boost\/system\//, ['asio', 'json']],
  [/^(sqlite3\.h$|SQLiteCpp\/)/, ['sqlite']],
  [/^openssl\//, ['crypto', 'asio']],
  [/^simdjson/, ['simdjson']],
  [/^(cairo|qrencode\.h$|png\.h$)/, ['pictures']],
  [/^spdlog\//, ['logging']],
  [/^prometheus\//, ['metrics']],
  [/^toml\+\+\//, ['config']],
  [/^CLI\//, ['arguments']],
];
const outerStoreys = [3, 4];

/** The rows of src/rooms.txt: Map of room -> {storey, rooms, libraries, line}. */
export function readRooms(text) {
  const rooms = new Map();
  text.split('\n').forEach((content, i) => {
    if (content.trim() === '' || content.startsWith('#')) return;
    const [head, mayInclude = '', libraries = ''] = content.split('|');
    const [name, storey] = words(head);
    rooms.set(name, {
      storey: Number(storey),
      rooms: words(mayInclude),
      libraries: words(libraries),
      line: i + 1,
    });
  });
  return rooms;
}

const words = (text) =>
  text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');

function checkTable(rooms) {
  const problems = [];
  const say = (line, what, cure) => problems.push({ file: table, line, what, cure });
  for (const [name, row] of rooms) {
    if (!Number.isInteger(row.storey)) say(row.line, `${name} has no storey`, 'give it 0 to 4');
    for (const other of row.rooms) {
      const target = rooms.get(other);
      if (target === undefined) {
        say(row.line, `${name} may include ${other}, which is no room`, 'correct the name');
      } else if (target.storey > row.storey) {
        say(
          row.line,
          `${name} (storey ${row.storey}) points up to ${other} (storey ${target.storey})`,
          'turn the arrow round: what both need belongs in the lower room',
        );
      }
    }
  }
  const cycle = findCycle(rooms);
  if (cycle !== undefined) {
    say(
      rooms.get(cycle[0]).line,
      `the rooms go in a circle: ${cycle.join(' -> ')}`,
      'remove one arrow: move what it needs into a lower room',
    );
  }
  return problems;
}

/** The names along a circle of arrows, or undefined. */
export function findCycle(rooms) {
  const done = new Set();
  const walk = (name, path) => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name) || !rooms.has(name)) return undefined;
    for (const other of rooms.get(name).rooms) {
      const cycle = walk(other, [...path, name]);
      if (cycle !== undefined) return cycle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of rooms.keys()) {
    const cycle = walk(name, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

function checkLibrary(file, room, row, include) {
  const { path, line } = include;
  const problem = (what, cure) => [{ file, line, what, cure }];
  if (/^(gtest|gmock)\//.test(path) && !isTest(file)) {
    return problem(
      `<${path}> outside of a test`,
      'move it into a *_test.cpp, or into a test_*.h that only tests include',
    );
  }
  if (path.startsWith('fmt/')) {
    const isFine = outerStoreys.includes(row.storey) && file.endsWith('.cpp');
    if (isFine) return [];
    return problem(`<${path}> here`, 'fmt is for .cpp files of storeys 3 and 4 only');
  }
  const owned = libraryHeaders.find(([pattern]) => pattern.test(path));
  if (owned === undefined && path.startsWith('boost/')) {
    return problem(`<${path}> belongs to no library of ours`, 'name it in tools/lint/rooms.mjs');
  }
  if (owned === undefined || owned[1].some((name) => row.libraries.includes(name))) return [];
  return problem(
    `room ${room} includes <${path}>, which is not its library`,
    `go through the room that owns '${owned[1].join("' or '")}' in ${table}`,
  );
}

function checkInclude(file, room, rooms, include) {
  const row = rooms.get(room);
  if (include.isSystem) return checkLibrary(file, room, row, include);
  const { path, line } = include;
  const target = path.split('/')[0];
  const problem = (what, cure) => [{ file, line, what, cure }];
  if (!path.includes('/'))
    return problem(`"${path}" has no room`, 'include by path: "room/file.h"');
  // What every store promises is said once, in tests/contract, and included by tests only.
  if (target === 'contract' && file.endsWith('_test.cpp')) return [];
  if (!rooms.has(target)) return problem(`"${path}" names no room`, `rooms are listed in ${table}`);
  if (target === room || target === 'foundation' || row.rooms.includes(target)) return [];
  return problem(
    `room ${room} may not include room ${target} ("${path}")`,
    `pass the value in from above, or draw the arrow in ${table} with a page in docs/decisions/`,
  );
}

export const rooms = {
  name: 'rooms',
  check(house) {
    if (!house.files.includes(table)) return [];
    const rows = readRooms(house.read(table));
    const problems = checkTable(rows);
    for (const file of house.files.filter((f) => isCpp(f) && f.startsWith('src/'))) {
      const room = roomOf(file);
      if (!rows.has(room)) {
        const cure = `add the room to ${table}, or move the file`;
        problems.push({ file, line: 1, what: 'this file stands in no room', cure });
        continue;
      }
      for (const include of includesOf(house.read(file))) {
        problems.push(...checkInclude(file, room, rows, include));
      }
    }
    return problems;
  },
};
