// C++ source with what is not code blanked out. Positions and line numbers stay as they were, so a
// rule may look for a word in the result and report where it stands in the file.

const blank = (text) => text.replace(/[^\n]/g, ' ');

// In this order: raw strings, comments, strings, characters (not the ' inside of 1'000).
const parts =
  /R"([^()\\\s]*)\([\s\S]*?\)\1"|\/\/(?:\\\n|[^\n])*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'/g;

const isComment = (part) => part.startsWith('//') || part.startsWith('/*');

/** Comments and the insides of strings and characters become spaces. */
export function codeOf(text) {
  return text.replace(parts, (part) =>
    isComment(part) ? blank(part) : `"${blank(part.slice(1, -1))}"`,
  );
}

/** Only the comments become spaces: strings stay readable. */
export function withoutComments(text) {
  return text.replace(parts, (part) => (isComment(part) ? blank(part) : part));
}

/** The comments of a text, each with its offset. */
export function commentsOf(text) {
  return [...text.matchAll(parts)]
    .filter((match) => isComment(match[0]))
    .map((match) => ({ text: match[0], offset: match.index }));
}

/** Every #include of a text: {path, isSystem, line}. */
export function includesOf(text) {
  return withoutComments(text)
    .split('\n')
    .flatMap((content, i) => {
      const found = /^\s*#\s*include\s*([<"])([^>"]+)[>"]/.exec(content);
      if (found === null) return [];
      return [{ path: found[2], isSystem: found[1] === '<', line: i + 1 }];
    });
}

const opensScope = /\b(namespace|class|struct|union|enum|extern)\b[^()]*$/;

/** What an opening brace begins, judged by the text between the last statement and the brace. */
function kindOfBrace(head) {
  if (opensScope.test(head) || /\bnamespace\b/.test(head)) return 'scope';
  if (/\b(class|struct)\b/.test(head) && !/\)\s*[\w\s&:<>,>-]*$/.test(head)) return 'scope';
  return head.includes('(') ? 'function' : 'value';
}

/** What a function is called; a TEST is called by its sentence. */
function titleOf(head) {
  const sentence = /\bTEST(?:_F|_P)?\s*\(\s*\w+\s*,\s*(\w+)/.exec(head);
  if (sentence !== null) return sentence[1];
  if (/\boperator\b/.test(head)) return 'operator';
  return /([~\w:]+)\s*\(/.exec(head)?.[1] ?? '?';
}

/** Every function of a text with its first and last line, TEST bodies included. */
export function functionsOf(text) {
  const code = codeOf(text).replace(/^\s*#.*(\\\n.*)*$/gm, blank);
  const found = [];
  const open = [];
  let head = 0;
  for (let i = 0; i < code.length; ++i) {
    const inside = open.some((brace) => brace.kind === 'function');
    if (code[i] === ';' && open.at(-1)?.kind !== 'value' && !inside) {
      if (!unclosed(code.slice(head, i))) head = i + 1;
    } else if (code[i] === '{') {
      const text = code.slice(head, i);
      const kind = inside ? 'inner' : kindOfBrace(text);
      open.push({ kind, head, title: kind === 'function' ? titleOf(text) : '' });
      if (kind === 'scope') head = i + 1;
    } else if (code[i] === '}') {
      const brace = open.pop();
      if (brace === undefined || brace.kind === 'inner' || brace.kind === 'value') continue;
      const goesOn = brace.kind === 'function' && /^\s*[,{)]/.test(code.slice(i + 1, i + 200));
      if (goesOn) continue;
      if (brace.kind === 'function') {
        const start = brace.head + /^[\s;]*/.exec(code.slice(brace.head))[0].length;
        const first = code.slice(0, start).split('\n').length;
        const last = code.slice(0, i).split('\n').length;
        found.push({ name: brace.title, first, last, lines: last - first + 1 });
      }
      head = i + 1;
    }
  }
  return found;
}

const unclosed = (text) =>
  [...text].reduce((depth, c) => depth + (c === '(' ? 1 : c === ')' ? -1 : 0), 0) > 0;
