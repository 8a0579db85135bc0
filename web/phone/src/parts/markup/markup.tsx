// Draws chat markup as elements; see model/markup.ts for what counts as markup.

import { parseMarkup, type Span } from '../../model/markup';
import './markup.css';

function Drawn({ span }: { span: Span }) {
  switch (span.kind) {
    case 'text':
      return <>{span.text}</>;
    case 'link':
      return (
        <a href={span.href} target="_blank" rel="noreferrer noopener">
          {span.text}
        </a>
      );
    case 'mono':
      return <code>{span.text}</code>;
    case 'bold':
      return <strong>{drawn(span.inside)}</strong>;
    case 'italic':
      return <em>{drawn(span.inside)}</em>;
    case 'strike':
      return <s>{drawn(span.inside)}</s>;
  }
}

function drawn(spans: Span[]) {
  return spans.map((span, index) => <Drawn key={`${index}-${span.kind}`} span={span} />);
}

export function Markup({ text }: { text: string }) {
  return <div class="markup">{drawn(parseMarkup(text))}</div>;
}
