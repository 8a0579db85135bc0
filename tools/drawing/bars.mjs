// Draws horizontal bars as SVG: what a scene or a benchmark gave, for people who read no tables.

const rowHeight = 22;
const top = 48;

const escaped = (text) => String(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/**
 * @typedef {object} Row
 * @property {string} label left of the bar; a row without parts is a heading
 * @property {{value: number, fill: string}[]} [parts] drawn over one another, the first lowest
 * @property {string} [text] right of the longest part
 * @property {number} [full] the value whose bar is as wide as the chart
 */

/** @param {{title: string, rows: Row[], labelWidth?: number}} chart */
export function drawBars({ title, rows, labelWidth = 92 }) {
  const barWidth = 480;
  const left = labelWidth + 8;
  const drawn = rows.flatMap(({ label, parts = [], text = '', full = 1 }, i) => {
    const y = top + i * rowHeight;
    const width = (value) => Math.round((value / full) * barWidth);
    const longest = Math.max(0, ...parts.map(({ value }) => width(value)));
    const weight = parts.length === 0 ? ' font-weight="bold"' : '';
    return [
      `<text x="8" y="${y + 13}"${weight}>${escaped(label)}</text>`,
      ...parts.map(
        ({ value, fill }) =>
          `<rect x="${left}" y="${y}" width="${width(value)}" height="16" fill="${fill}"/>`,
      ),
      `<text x="${left + 8 + longest}" y="${y + 13}">${escaped(text)}</text>`,
    ];
  });
  const height = top + 12 + rows.length * rowHeight;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${left + barWidth + 100}" height="${height}"`,
    ' font-family="sans-serif" font-size="13" fill="#14213d">',
    `<rect width="${left + barWidth + 100}" height="${height}" fill="#ffffff"/>`,
    `<text x="8" y="26" font-size="17">${escaped(title)}</text>`,
    ...drawn,
    '</svg>\n',
  ].join('\n');
}
