// docs/transcripts.html: each dialogue as bubbles, both languages side by side. One file without
// scripts; it follows the reader's choice of light or dark, and prints.

import { budgetText, countText, opensChapter } from './dialogue.mjs';
import { withMarks } from './marks.mjs';

const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

const line = (text) =>
  withMarks(text, {
    plain: escaped,
    bold: (bold) => `<b>${escaped(bold)}</b>`,
    italic: (italic) => `<i>${escaped(italic)}</i>`,
    link: (link) => `<a href="${escaped(link)}">${escaped(link)}</a>`,
  });

/** Lines as paragraphs: an empty line ends one. */
const paragraphs = (lines) =>
  lines
    .join('\n')
    .split('\n\n')
    .map((text) => `<p>${text.split('\n').map(line).join('<br>')}</p>`);

// Stands for the QR code: three corners and some modules, no code to be scanned.
const picture =
  '<svg viewBox="0 0 21 21" role="img" aria-label="QR code">' +
  '<path d="M0 0h7v7h-7zM14 0h7v7h-7zM0 14h7v7h-7z"/>' +
  '<path fill="#fff" d="M1 1h5v5h-5zM15 1h5v5h-5zM1 15h5v5h-5z"/>' +
  '<path d="M2 2h3v3h-3zM16 2h3v3h-3zM2 16h3v3h-3zM9 0h2v3h-2zM8 5h2v4h-2zM12 8h3v2h-3z' +
  'M0 9h4v2h-4zM9 12h4v2h-4zM17 9h4v3h-4zM8 17h3v4h-3z' +
  'M14 14h2v4h-2zM18 16h3v2h-3zM13 20h6v1h-6z"/>' +
  '</svg>';

const drawnTicket = ({ qr, number, when }) => [
  `<div class="ticket">${picture}<strong>${number}</strong>`,
  `<span>${escaped(when)}</span><code>${escaped(qr)}</code></div>`,
];

const list = (name, items) => [
  `<ul class="${name}">`,
  ...items.map((item) => `<li>${item}</li>`),
  '</ul>',
];

const row = ({ title, description }) =>
  escaped(title) + (description === '' ? '' : `<small>${escaped(description)}</small>`);

function note({ ticket, header, body, buttons, menu, footer, instead }) {
  return [
    '<div class="ours"><div class="bubble">',
    ...(ticket ? drawnTicket(ticket) : []),
    ...(header === '' ? [] : [`<p><b>${escaped(header)}</b></p>`]),
    ...paragraphs(body),
    ...(footer === '' ? [] : [`<p class="foot">${escaped(footer)}</p>`]),
    '</div>',
    ...(buttons.length === 0 ? [] : list('buttons', buttons.map(escaped))),
    ...(menu ? list('buttons', [`≡ ${escaped(menu.button)}`]) : []),
    ...(menu ? list('rows', menu.rows.map(row)) : []),
    ...(instead ? [outsideWindow(instead)] : []),
    '</div>',
  ];
}

const outsideWindow = ({ name, parameters }) =>
  `<p class="instead">outside 24 h: template <b>${escaped(name)}</b>` +
  `(${escaped(parameters.join(' · '))})</p>`;

const theirs = (mark, text) => [
  `<div class="theirs"><p class="bubble${mark}">${text}</p></div>`,
];

const draw = {
  note,
  pin: ({ name, address }) => [
    `<div class="ours"><p class="bubble">📍 <b>${escaped(name)}</b>`,
    `<br>${escaped(address)}</p></div>`,
  ],
  said: ({ way, lines }) =>
    ({
      typed: () => theirs('', lines.map(escaped).join('<br>')),
      tapped: () => theirs(' tapped', escaped(lines[0])),
      voice: () => theirs('', '🎤 <i>a voice message</i>'),
      location: () => theirs('', '📍 <i>a location</i>'),
    })[way](),
  event: ({ text }) => [`<p class="event" lang="en">${escaped(text)}</p>`],
  budget: (budget) => [`<p class="budget" lang="en">✓ ${budgetText(budget)}</p>`],
};

const chat = (language, name, dialogue) => [
  `<div class="chat" lang="${language}"><h4>${name}</h4>`,
  `<p class="soft" lang="en">${countText(dialogue)}</p>`,
  ...dialogue.items.flatMap((item) => draw[item.kind](item)),
  '</div>',
];

const section = ({ name, indonesian, english }) => [
  `<section id="${name}">`,
  `<h3>${escaped(indonesian.title)}</h3>`,
  `<p class="soft">${escaped(indonesian.what)}</p>`,
  '<div class="pair">',
  ...chat('id', 'Bahasa Indonesia', indonesian),
  ...chat('en', 'English', english),
  '</div>',
  '</section>',
];

function contents(pairs) {
  const entries = pairs.map(({ name, indonesian, english }, i) => {
    const counts = [indonesian, english].map((each) => `${each.in}/${each.out}`).join(', ');
    const link = `<a href="#${name}">${escaped(indonesian.title)}</a>`;
    const chapter = `</ul><h2>${escaped(indonesian.chapter)}</h2><ul>`;
    return `${opensChapter(pairs, i) ? chapter : ''}<li>${link} <small>${counts}</small></li>`;
  });
  const lists = entries.join('\n').replace('</ul>', '');
  return ['<nav aria-label="Contents">', lists, '</ul></nav>'];
}

/**
 * @param {{name: string, indonesian: Dialogue, english: Dialogue}[]} pairs
 * @param {string} style of the page
 * @returns {string} the page
 */
export function htmlPage(pairs, style) {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Antre: transcripts</title>',
    `<style>\n${style}</style>`,
    '</head>',
    '<body>',
    '<h1>Transcripts</h1>',
    '<p>What people write and what they get back. The tests play each dialogue word for word:',
    'what stands here is what is sent. The office, its people and its codes are invented; it is',
    'Tuesday, 24 November 2026, 09:10, until a line says otherwise. A stripe marks a tap.</p>',
    '<p class="soft">Behind each title: messages in/out, in Indonesian and in English.</p>',
    ...contents(pairs),
    '<main>',
    ...pairs.flatMap((pair, i) => [
      ...(opensChapter(pairs, i) ? [`<h2>${escaped(pair.indonesian.chapter)}</h2>`] : []),
      ...section(pair),
    ]),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
