// WhatsApp's marks in a line of text: *bold*, _italic_, and addresses. Each page writes them in its
// own way.

const marks =
  /\*(?<bold>[^*\n]+)\*|(?<=^|[\s(])_(?<italic>[^_\n]+)_(?=$|[\s.,;:!?)])|(?<link>https:\/\/\S+)/gu;

/**
 * @param {string} line
 * @param {Record<'plain' | 'bold' | 'italic' | 'link', (text: string) => string>} write
 */
export function withMarks(line, write) {
  let written = '';
  let end = 0;
  for (const found of line.matchAll(marks)) {
    written += write.plain(line.slice(end, found.index));
    const [kind, text] = Object.entries(found.groups).find(([, group]) => group !== undefined);
    written += write[kind](text);
    end = found.index + found[0].length;
  }
  return written + write.plain(line.slice(end));
}
