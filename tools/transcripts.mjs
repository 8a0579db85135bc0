// node tools/transcripts.mjs [--check | --accept]: makes docs/transcripts.md and .html from the
// dialogues of src/conversation/dialogues. --check only says whether they are as they should be.
// --accept first takes over what build/bin/conversation_test last heard (build/dialogues), and is
// for a person who then reads the difference: an accepted answer is a promised one.

import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDialogue } from './transcripts/dialogue.mjs';
import { htmlPage } from './transcripts/html.mjs';
import { markdownPage } from './transcripts/markdown.mjs';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'src/conversation/dialogues');
const heardFolder = join(root, 'build/dialogues');
const ending = '_english';
const chapters = [
  'Booking',
  'The form of 2017',
  'Full days',
  'Changing and cancelling',
  'The visit and the passport',
  'Your own data',
  'Questions and officers',
  'What goes wrong',
];

const textOf = (name) => readFileSync(join(folder, `${name}.txt`), 'utf8');

function read(name) {
  try {
    return readDialogue(textOf(name));
  } catch (error) {
    throw new Error(`src/conversation/dialogues/${name}.txt: ${error.message}`, { cause: error });
  }
}

/** Each dialogue in both languages, by chapter, then by title; first contact comes first. */
export function readPairs() {
  const names = readdirSync(folder)
    .map((file) => file.replace(/\.txt$/, ''))
    .filter((name) => !name.endsWith(ending));
  const pairs = names.map((name) => ({
    name,
    indonesian: read(name),
    english: read(name + ending),
  }));
  const rank = ({ name, indonesian: { chapter, title } }) => {
    const at = chapters.indexOf(chapter);
    if (at === -1) throw new Error(`${name}.txt: there is no chapter "${chapter}"`);
    return `${at} ${name === 'first_contact' ? '' : title}`;
  };
  return pairs.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** The pages as they should be: path and text. */
export function pagesOf(pairs) {
  const style = readFileSync(join(import.meta.dirname, 'transcripts/page.css'), 'utf8');
  return [
    ['docs/transcripts.md', markdownPage(pairs)],
    ['docs/transcripts.html', htmlPage(pairs, style)],
  ];
}

/** @returns {string[]} the pages that are not as they should be */
export function stalePages() {
  return pagesOf(readPairs())
    .filter(([path, text]) => {
      const full = join(root, path);
      return !existsSync(full) || readFileSync(full, 'utf8') !== text;
    })
    .map(([path]) => path);
}

/** Takes over what was heard. What was heard before a dialogue was last written is no answer. */
function accept() {
  const changed = readdirSync(folder).filter((file) => {
    const heard = join(heardFolder, file);
    if (!existsSync(heard)) throw new Error(`${heard} is missing: run build/bin/conversation_test`);
    const written = join(folder, file);
    if (readFileSync(heard, 'utf8') === readFileSync(written, 'utf8')) return false;
    if (statSync(heard).mtimeMs < statSync(written).mtimeMs) {
      throw new Error(`${heard} is older than its dialogue: run build/bin/conversation_test`);
    }
    copyFileSync(heard, written);
    return true;
  });
  console.log(`${changed.length} dialogues changed; read: git diff src/conversation/dialogues`);
  for (const file of changed) console.log(`  ${file}`);
}

function main(option) {
  if (option === '--check') {
    const stale = stalePages();
    if (stale.length === 0) return 0;
    console.error(`${stale.join(', ')}: out of date; run node tools/transcripts.mjs`);
    return 1;
  }
  if (option === '--accept') accept();
  const pairs = readPairs();
  for (const [path, text] of pagesOf(pairs)) writeFileSync(join(root, path), text);
  console.log(`${pairs.length} dialogues in two languages: docs/transcripts.md and .html`);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = main(process.argv[2]);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 2;
  }
}
