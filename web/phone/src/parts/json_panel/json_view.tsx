// JSON laid out and coloured, wrapped so that nothing hides sideways.

import type { Json } from '../../model/wire';

const token =
  /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

function pieces(text: string) {
  const found: { text: string; kind: string }[] = [];
  let from = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > from) found.push({ text: text.slice(from, match.index), kind: 'plain' });
    const kind = match[1] === undefined ? 'value' : match[2] === undefined ? 'string' : 'key';
    found.push({ text: match[0], kind });
    from = match.index + match[0].length;
  }
  found.push({ text: text.slice(from), kind: 'plain' });
  return found;
}

export function JsonView({ value }: { value: Json }) {
  const text = JSON.stringify(value, null, 2) ?? '';
  return (
    <pre class="json-view">
      {pieces(text).map((piece, index) =>
        piece.kind === 'plain' ? (
          piece.text
        ) : (
          <span key={`${index}-${piece.kind}`} class={`json-${piece.kind}`}>
            {piece.text}
          </span>
        ),
      )}
    </pre>
  );
}
