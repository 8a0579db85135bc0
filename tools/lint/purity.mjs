// Purity: rooms of storeys 0 to 2 have no clock, chance, thread, file, socket, locale or floating
// point of their own. What they need comes as a parameter. Their tests are free.

import { codeOf, includesOf } from './cpp_text.mjs';
import { excuse, isCpp, isTest, lineAt, roomOf } from './house.mjs';
import { readRooms } from './rooms.mjs';

const pureStoreyMax = 2;

const asParameter = 'take it as a parameter: the shell stamps time and chance on every command';
const toTheShell = 'return a value and let a room of storey 3 or 4 do it';
const ownText = 'use foundation/text.h, which knows ASCII and UTF-8 and no locale';
const wholeNumbers = 'count in whole numbers with a unit in the name';
const sorted = 'use std::map or a sorted vector: the order of a hash is not an order';

// [pattern of a name in code, cure]
const names = [
  [/\b(system_clock|steady_clock|high_resolution_clock|utc_clock|file_clock)\b/, asParameter],
  [
    /\b(gettimeofday|clock_gettime|localtime|localtime_r|gmtime|gmtime_r|mktime|strftime)\b/,
    asParameter,
  ],
  [/(?<![\w.>:])(std::)?(time|clock)\s*\(\s*(NULL|nullptr|0)?\s*\)/, asParameter],
  [
    /\b(random_device|mt19937(_64)?|default_random_engine|s?rand|rand_r|uniform_\w+_distribution)\b/,
    asParameter,
  ],
  [/\bstd::(shuffle|sample)\b/, 'use foundation/random.h: std:: leaves the order to the library'],
  [/\b(getenv|secure_getenv|setenv|putenv)\b/, 'take the setting as a parameter'],
  [
    /\b(j?thread|mutex|shared_mutex|atomic|condition_variable|async|this_thread|thread_local)\b/,
    toTheShell,
  ],
  [/\b(cout|cerr|clog|cin|[io]?fstream|[io]?stringstream|ostream|istream|FILE)\b/, toTheShell],
  [/\b(v?f?printf|sprintf|puts|fputs|fopen|perror)\b/, toTheShell],
  [/\b(socket|recv|connect|fork|system)\s*\(/, toTheShell],
  [/\b(setlocale|std::locale|use_facet)\b/, ownText],
  [/\b(tolower|toupper|is(alpha|alnum|digit|space|upper|lower|punct|print|xdigit))\s*\(/, ownText],
  [
    /\b(std::regex|sregex_iterator|regex_match|regex_search)\b/,
    'parse by hand: linear in the text',
  ],
  [/\b(float|double)\b|\b\d+\.\d/, wholeNumbers],
  [/\b(boost::json|simdjson|nlohmann|sqlite3\w*|SQLite::)\b/, toTheShell],
];

const headers = [
  'chrono',
  'ctime',
  'time.h',
  'random',
  'thread',
  'mutex',
  'shared_mutex',
  'atomic',
  'future',
  'condition_variable',
  'stop_token',
  'iostream',
  'fstream',
  'sstream',
  'ostream',
  'istream',
  'iomanip',
  'filesystem',
  'locale',
  'clocale',
  'cctype',
  'ctype.h',
  'regex',
  'unistd.h',
  'cmath',
  'syncstream',
];
const freeHeaders = { chrono: 'calendar arithmetic; the clocks in it are banned by name' };

/** Names declared as unordered_map or unordered_set in a text. */
function hashedNames(code) {
  const declared = /\bunordered_(?:multi)?(?:map|set)\s*<[^;{}()]*>\s*&?\s*(\w+)/g;
  return [...code.matchAll(declared)].map((match) => match[1]);
}

function checkIteration(file, code, hashed) {
  return [...hashed].flatMap((name) => {
    const walks = new RegExp(
      `for\\s*\\([^;()]*:\\s*[\\w.>-]*\\b${name}\\s*\\)|\\b${name}\\.c?begin\\(`,
      'g',
    );
    return [...code.matchAll(walks)].map((match) => ({
      file,
      line: lineAt(code, match.index),
      key: name,
      what: `iterates ${name}, which is unordered`,
      cure: sorted,
    }));
  });
}

function checkNames(file, code) {
  return names.flatMap(([pattern, cure]) =>
    [...code.matchAll(new RegExp(pattern, 'g'))].map((match) => ({
      file,
      line: lineAt(code, match.index),
      key: match[0].trim(),
      what: `'${match[0].trim()}' in a pure room`,
      cure,
    })),
  );
}

function checkHeaders(file, text) {
  return includesOf(text)
    .filter(({ path, isSystem }) => isSystem && !(path in freeHeaders))
    .filter(({ path }) => headers.includes(path) || /^(sys|netinet|arpa)\//.test(path))
    .map(({ path, line }) => ({
      file,
      line,
      key: `<${path}>`,
      what: `<${path}> in a pure room`,
      cure: 'what it offers is not for storeys 0 to 2: take the value as a parameter',
    }));
}

/** The C++ files of storeys 0 to 2. */
export function pureFiles(house) {
  if (!house.files.includes('src/rooms.txt')) return [];
  const rows = readRooms(house.read('src/rooms.txt'));
  const isPure = (file) => rows.get(roomOf(file))?.storey <= pureStoreyMax;
  return house.files.filter((file) => isCpp(file) && isPure(file));
}

export const purity = {
  name: 'purity',
  check(house) {
    const sources = pureFiles(house).filter((file) => !isTest(file));
    const hashedInRoom = new Map();
    for (const file of sources) {
      const known = hashedInRoom.get(roomOf(file)) ?? new Set();
      for (const name of hashedNames(codeOf(house.read(file)))) known.add(name);
      hashedInRoom.set(roomOf(file), known);
    }
    const problems = sources.flatMap((file) => {
      const text = house.read(file);
      const code = codeOf(text).replace(/^\s*#\s*include.*$/gm, '');
      return [
        ...checkHeaders(file, text),
        ...checkNames(file, code),
        ...checkIteration(file, code, hashedInRoom.get(roomOf(file))),
      ];
    });
    return excuse(house, 'purity', problems);
  },
};
