// Chat markup to a tree: *bold* _italic_ ~strike~ ```mono``` and plain links. The page draws the
// tree as elements with text inside, so nothing a message says can become HTML.
//
//   a mark opens after start, space or punctuation and before a non-space;
//   it closes after a non-space and before end, space or punctuation, on the same line.

export type Span =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string; href: string }
  | { kind: 'mono'; text: string }
  | { kind: 'bold' | 'italic' | 'strike'; inside: Span[] };

const marks = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const fence = '```';
const nesting_max = 6;

function isEdge(character: string | undefined): boolean {
  return character === undefined || /[\s\p{P}\p{S}]/u.test(character);
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || /\s/.test(character);
}

function closingMark(text: string, open: number): number {
  const mark = text[open];
  if (!isEdge(text[open - 1]) || isSpace(text[open + 1]) || text[open + 1] === mark) return -1;
  for (let at = open + 2; at < text.length && text[at] !== '\n'; at += 1) {
    if (text[at] === mark && !isSpace(text[at - 1]) && isEdge(text[at + 1])) return at;
  }
  return -1;
}

function withLinks(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g)) {
    if (match.index > from) spans.push({ kind: 'text', text: text.slice(from, match.index) });
    spans.push({ kind: 'link', text: match[0], href: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) spans.push({ kind: 'text', text: text.slice(from) });
  return spans;
}

function parse(text: string, depth: number): Span[] {
  const spans: Span[] = [];
  let plain_from = 0;
  const flush = (to: number) => {
    if (to > plain_from) spans.push(...withLinks(text.slice(plain_from, to)));
  };
  let at = 0;
  while (at < text.length) {
    if (text.startsWith(fence, at)) {
      const end = text.indexOf(fence, at + fence.length + 1);
      if (end > 0) {
        flush(at);
        spans.push({ kind: 'mono', text: text.slice(at + fence.length, end) });
        at = end + fence.length;
        plain_from = at;
        continue;
      }
    }
    const kind = marks[text[at] as keyof typeof marks];
    const close = kind && depth < nesting_max ? closingMark(text, at) : -1;
    if (kind && close > 0) {
      flush(at);
      spans.push({ kind, inside: parse(text.slice(at + 1, close), depth + 1) });
      at = close + 1;
      plain_from = at;
      continue;
    }
    at += 1;
  }
  flush(text.length);
  return spans;
}

export function parseMarkup(text: string): Span[] {
  return parse(text, 0);
}
