// docs/transcripts.md: each dialogue drawn as a chat, ours quoted at the left, theirs at the right.

import { budgetText, countText, opensChapter } from './dialogue.mjs';
import { withMarks } from './marks.mjs';

const inHtml = (text) => text.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`);
const escaped = (text) =>
  inHtml(text)
    .replace(/[\\`*_[\]|]/g, '\\$&')
    .replace(/^(\d+)\./, '$1\\.')
    .replace(/^#/, '\\#');

const line = (text) =>
  withMarks(text, {
    plain: escaped,
    bold: (bold) => `**${escaped(bold)}**`,
    italic: (italic) => `_${escaped(italic)}_`,
    link: (link) => `<${link}>`,
  });

/** Lines of text as paragraphs: a line that is followed by another one is broken by hand. */
const paragraphs = (lines) =>
  lines.map((text, i) => {
    const isFollowed = text !== '' && (lines[i + 1] ?? '') !== '';
    return `${line(text)}${isFollowed ? '<br>' : ''}`;
  });

const row = ({ title, description }) =>
  `- ${escaped(title)}${description === '' ? '' : ` (${escaped(description)})`}`;

function note({ ticket, header, body, buttons, menu, footer, instead }) {
  const blocks = [
    ticket && [`🖼 **${ticket.number}**, ${escaped(ticket.when)}, QR \`${ticket.qr}\``],
    header !== '' && [`**${escaped(header)}**`],
    paragraphs(body),
    buttons.length > 0 && [buttons.map((title) => `\`[ ${title} ]\``).join(' ')],
    menu && [`\`[ ≡ ${menu.button} ]\``, '', ...menu.rows.map(row)],
    footer !== '' && [`<sub>${inHtml(footer)}</sub>`],
    instead && [`<sub>outside 24 h: template ${templateText(instead)}</sub>`],
  ].filter(Boolean);
  const quoted = blocks.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));
  return quoted.map((text) => `> ${text}`.trimEnd());
}

const templateText = ({ name, parameters }) =>
  inHtml(`${name}(${parameters.join(' · ')})`).replace(/[_*]/g, '\\$&');

const right = (html) => [`<p align="right">${html}</p>`];

const draw = {
  note,
  pin: ({ name, address }) => [`> 📍 **${escaped(name)}**<br>`, `> ${escaped(address)}`],
  said: ({ way, lines }) =>
    right(
      {
        typed: () => `💬 ${lines.map(inHtml).join('<br>')}`,
        tapped: () => `👆 <code>[ ${inHtml(lines[0])} ]</code>`,
        voice: () => '🎤 <i>a voice message</i>',
        location: () => '📍 <i>a location</i>',
      }[way](),
    ),
  event: ({ text }) => [`<p align="center"><i>${inHtml(text)}</i></p>`],
  budget: (budget) => [`<p align="center"><sub>✓ ${budgetText(budget)}</sub></p>`],
};

const chat = (language, dialogue) => [
  '',
  `**${language}** (${countText(dialogue)})`,
  ...dialogue.items.flatMap((item) => ['', ...draw[item.kind](item)]),
];

const anchor = (title) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

/**
 * @param {{name: string, indonesian: Dialogue, english: Dialogue}[]} pairs
 * @returns {string} the page
 */
export function markdownPage(pairs) {
  const head = [
    '# Transcripts',
    '',
    'What people write and what they get back, in both languages. `node tools/transcripts.mjs`',
    'makes this page from `src/conversation/dialogues/`, and the tests play each dialogue word for',
    'word: what stands here is what is sent. [transcripts.html](transcripts.html) is the same with',
    'bubbles, both languages side by side, fit for printing.',
    '',
    '💬 is typed, 👆 is tapped; ours are quoted at the left. The office, its people and its codes',
    'are invented; it is Tuesday, 24 November 2026, 09:10, until a line says otherwise.',
    '',
    ...pairs.flatMap(({ indonesian: { chapter, title, what } }, i) => [
      ...(opensChapter(pairs, i) ? ['', `**${chapter}**`, ''] : []),
      `- [${title}](#${anchor(title)}): ${what}`,
    ]),
  ];
  const sections = pairs.flatMap(({ indonesian, english }, i) => [
    ...(opensChapter(pairs, i) ? ['', `## ${indonesian.chapter}`] : []),
    '',
    `### ${indonesian.title}`,
    '',
    indonesian.what,
    ...chat('Bahasa Indonesia', indonesian),
    ...chat('English', english),
  ]);
  return `${[...head, ...sections].join('\n')}\n`;
}
