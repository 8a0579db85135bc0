// A dialogue file (src/conversation/dialogues, explained in dialog_test.cpp) as a value: what was
// said, what we answered, what happened meanwhile, and how many messages that took.

import { eventText } from './events.mjs';

/**
 * @typedef {object} Note one message of ours
 * @property {'note'} kind
 * @property {{qr: string, number: string, when: string}} [ticket] the picture above the text
 * @property {string} header
 * @property {string[]} body lines
 * @property {string[]} buttons titles
 * @property {{button: string, rows: {title: string, description: string}[]}} [menu]
 * @property {string} footer
 * @property {{name: string, parameters: string[]}} [instead] what goes outside the 24-hour window
 *
 * @typedef {{kind: 'said', way: 'typed' | 'tapped' | 'voice' | 'location', lines: string[]}} Said
 * @typedef {{kind: 'pin', name: string, address: string}} Pin
 * @typedef {{kind: 'event', text: string}} Event
 * @typedef {{kind: 'budget', in: number, out: number, inMax: number, outMax: number}} Budget
 *   `in` and `out` are the messages since the budget before
 *
 * @typedef {object} Dialogue
 * @property {string} chapter
 * @property {string} title
 * @property {string} what it shows, one line
 * @property {(Note | Said | Pin | Event | Budget)[]} items
 * @property {number} in messages of the person
 * @property {number} out messages of ours
 */

const parts = (text) => text.split(' | ');

/** @returns {Said} */
function said(text) {
  if (text === '<voice>') return { kind: 'said', way: 'voice', lines: [] };
  if (text === '<location>') return { kind: 'said', way: 'location', lines: [] };
  const tapped = /^\[(.+)\]$/.exec(text);
  if (tapped !== null) return { kind: 'said', way: 'tapped', lines: [tapped[1]] };
  return { kind: 'said', way: 'typed', lines: text.split(' ⏎ ') };
}

/** Takes the last line away if `pattern` reads it. @returns its first group, or undefined */
function takeLast(lines, pattern) {
  const found = pattern.exec(lines.at(-1) ?? '');
  if (found !== null) lines.pop();
  return found?.[1];
}

function takeTicket(lines) {
  const found = /^\{QR (.+)\}$/.exec(lines[0]);
  if (found === null) return undefined;
  lines.shift();
  const [qr, number, when] = parts(found[1]);
  return { qr, number, when };
}

function takeMenu(lines) {
  const opener = lines.findLastIndex((line) => line.startsWith('[= '));
  if (opener === -1) return undefined;
  const [button, ...rows] = lines.splice(opener);
  return {
    button: button.slice(3, -1),
    rows: rows.map((row) => {
      const [, title, description = ''] = /^- (.+?)(?: \((.*)\))?$/.exec(row);
      return { title, description };
    }),
  };
}

/** @param {string[]} lines of one message, without their indent @returns {Note | Pin} */
function answer(lines) {
  const pin = /^\{pin (.+)\}$/.exec(lines[0]);
  if (pin !== null) {
    const [name, address] = parts(pin[1]);
    return { kind: 'pin', name, address };
  }
  const instead = takeLast(lines, /^\{or (.+)\}$/);
  const footer = takeLast(lines, /^_([^_]+)_$/) ?? '';
  const menu = takeMenu(lines);
  const buttons = takeLast(lines, /^\[(.+)\]$/)?.split('] [') ?? [];
  const ticket = takeTicket(lines);
  const header = /^\*\*(.+)\*\*$/.exec(lines[0])?.[1] ?? '';
  const [name, ...parameters] = parts(instead ?? '');
  return {
    kind: 'note',
    ticket,
    header,
    body: lines.slice(header === '' ? 0 : 1),
    buttons,
    menu,
    footer,
    instead: instead === undefined ? undefined : { name, parameters },
  };
}

/** The file's lines, those of one message together. */
function blocksOf(text) {
  const blocks = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('   ')) blocks.at(-1).push(line.slice(3));
    else if (line !== '') blocks.push([line]);
  }
  return blocks;
}

/** @param {string} text of a dialogue file @returns {Dialogue} */
export function readDialogue(text) {
  const [[first], [second], ...blocks] = blocksOf(text);
  const head = /^# (?<chapter>[^:]+): (?<title>.+)\n# (?<what>.+)$/.exec(`${first}\n${second}`);
  if (head === null) {
    throw new Error('the first lines are not "# chapter: title" and "# what it shows"');
  }
  const dialogue = { ...head.groups, items: [], in: 0, out: 0 };
  let before = { in: 0, out: 0 };
  for (const [first, ...rest] of blocks) {
    const since = { in: dialogue.in - before.in, out: dialogue.out - before.out };
    const budget = /^budget (\d+) in (\d+) out$/.exec(first);
    if (first.startsWith('P: ')) {
      dialogue.in += 1;
      dialogue.items.push(said(first.slice(3)));
    } else if (first.startsWith('B: ')) {
      dialogue.out += 1;
      dialogue.items.push(answer([first.slice(3), ...rest]));
    } else if (budget !== null) {
      const [inMax, outMax] = budget.slice(1).map(Number);
      dialogue.items.push({ kind: 'budget', ...since, inMax, outMax });
      before = { in: dialogue.in, out: dialogue.out };
    } else if (!first.startsWith('#')) {
      dialogue.items.push({ kind: 'event', text: eventText(first) });
    }
  }
  return dialogue;
}

/** @param {Budget} budget */
export const budgetText = (budget) =>
  `${budget.in} in, ${budget.out} out (budget: ${budget.inMax} in, ${budget.outMax} out)`;

/** Whether the chapter of the pair before another one is. */
export const opensChapter = (pairs, i) =>
  pairs[i - 1]?.indonesian.chapter !== pairs[i].indonesian.chapter;

/** @param {Dialogue} dialogue */
export function countText(dialogue) {
  const budgets = dialogue.items
    .filter(({ kind }) => kind === 'budget')
    .map(({ inMax, outMax }) => `${inMax} in/${outMax} out`);
  const kept = budgets.length === 0 ? '' : `; budgets kept: ${budgets.join(', ')}`;
  return `${dialogue.in} messages in, ${dialogue.out} out${kept}`;
}
