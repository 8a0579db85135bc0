// Words: Indonesian and English say the same things with the same placeholders, and every refusal
// has a sentence in both and appears, like every failure of the store, in a test.

import { codeOf } from './cpp_text.mjs';
import { isCpp, isTest, lineAt } from './house.mjs';

const isWording = (file) => /^wording\/([\w-]+\.)?(id|en)\.json$/.test(file);
const twinOf = (file) =>
  file.endsWith('id.json')
    ? file.replace(/id\.json$/, 'en.json')
    : file.replace(/en\.json$/, 'id.json');

/** Keys of nested objects joined by dots; values that are not objects as text. */
export function flatten(value, prefix = '') {
  if (value === null || typeof value !== 'object') return { [prefix]: String(value) };
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) =>
      flatten(inner, prefix === '' ? key : `${prefix}.${key}`),
    ),
  );
}

const placeholders = (sentence) => [...new Set(sentence.match(/\{[\w.]+\}/g) ?? [])].sort();

function lineOfKey(text, key) {
  const at = text.indexOf(`"${key}"`);
  if (at >= 0) return lineAt(text, at);
  const last = text.indexOf(`"${key.split('.').at(-1)}"`);
  return last < 0 ? 1 : lineAt(text, last);
}

/** Sentences by key, with a problem instead if the file is not JSON. */
function readWording(house, file, problems) {
  try {
    return flatten(JSON.parse(house.read(file)));
  } catch (error) {
    problems.push({ file, line: 1, what: `not JSON: ${error.message}`, cure: 'correct the file' });
    return {};
  }
}

function checkTwin(house, file, problems) {
  const twin = twinOf(file);
  const text = house.read(file);
  const here = readWording(house, file, problems);
  if (!house.files.includes(twin)) {
    problems.push({
      file,
      line: 1,
      what: `${twin} is missing`,
      cure: 'write it with the same keys',
    });
    return here;
  }
  const there = readWording(house, twin, []);
  for (const [key, sentence] of Object.entries(here)) {
    const line = lineOfKey(text, key);
    if (sentence.trim() === '') {
      problems.push({ file, line, what: `${key} is empty`, cure: 'write the sentence' });
    }
    if (!(key in there)) {
      problems.push({ file, line, what: `${key} is not in ${twin}`, cure: 'write its twin there' });
    } else if (`${placeholders(sentence)}` !== `${placeholders(there[key])}`) {
      problems.push({
        file,
        line,
        what: `${key} has ${placeholders(sentence)}, its twin ${placeholders(there[key])}`,
        cure: 'use the same placeholders in both languages',
      });
    }
  }
  return here;
}

/** Enumerators of the enums that have a given name: {enumName, name, file, line}. */
export function enumerators(house, isWanted) {
  return house.files
    .filter((file) => isCpp(file) && file.startsWith('src/'))
    .flatMap((file) => {
      const code = codeOf(house.read(file));
      const found = code.matchAll(/\benum\s+(?:class|struct)\s+(\w+)[^{;]*\{([^}]*)\}/g);
      return [...found].flatMap((match) => {
        const within = [
          ...code.slice(0, match.index).matchAll(/\b(?:struct|class)\s+(\w+)[^;{]*\{/g),
        ];
        const owner = within.at(-1)?.[1];
        if (!isWanted(match[1], owner)) return [];
        const start = match.index + match[0].indexOf('{') + 1;
        return [...match[2].matchAll(/(?:^|,)\s*([a-z]\w*)/g)].map((name) => ({
          enumName: match[1],
          name: name[1],
          file,
          line: lineAt(code, start + name.index + name[0].length),
        }));
      });
    });
}

/** Sentences are asked for as soon as the wording has any sentence for a refusal. */
function checkRefusalSentences(house, sentences, problems) {
  for (const [language, known] of Object.entries(sentences)) {
    if (!Object.keys(known).some((key) => key.startsWith('refusal.'))) continue;
    for (const { name, file, line } of enumerators(house, (title) => title === 'Refusal')) {
      if (`refusal.${name}` in known) continue;
      const what = `refusal ${name} has no sentence in '${language}'`;
      problems.push({ file, line, what, cure: `write wording key refusal.${name}` });
    }
  }
}

/** Tests are asked for as soon as the engine, where refusals are given, has any. */
function checkTested(house, problems) {
  const tests = house.files.filter((file) => /_test\.cpp$/.test(file));
  if (!tests.some((file) => file.startsWith('src/engine/'))) return;
  const contract = house.files.filter((file) => isCpp(file) && isTest(file));
  const tested = [...tests, ...contract].map((file) => house.read(file)).join('\n');
  const isWanted = (title, owner) =>
    title === 'Refusal' ||
    title === 'StoreFailure' ||
    (title === 'Kind' && owner === 'StoreFailure');
  for (const { enumName, name, file, line } of enumerators(house, isWanted)) {
    if (new RegExp(`\\b${name}\\b`).test(tested)) continue;
    const what = `${enumName} ${name} is in no test`;
    problems.push({ file, line, what, cure: 'write the case in which it happens' });
  }
}

export const wordsRule = {
  name: 'words',
  check(house) {
    const problems = [];
    const sentences = { id: {}, en: {} };
    for (const file of house.files.filter(isWording)) {
      const language = file.endsWith('id.json') ? 'id' : 'en';
      Object.assign(sentences[language], checkTwin(house, file, problems));
    }
    checkRefusalSentences(house, sentences, problems);
    checkTested(house, problems);
    return problems;
  },
};
