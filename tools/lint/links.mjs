// Links: every relative link of a document leads to a file of the checkout.

import { posix } from 'node:path';
import { lineAt } from './house.mjs';

const link = /\]\(([^)#\s]+)(?:#[^)]*)?\)/g;

export const links = {
  name: 'links',
  check(house) {
    const exists = (path) =>
      house.files.some((file) => file === path || file.startsWith(`${path.replace(/\/$/, '')}/`));
    return house.files
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) => {
        const text = house.read(file);
        return [...text.matchAll(link)]
          .filter((match) => !/^[a-z]+:/.test(match[1]))
          .filter((match) => !exists(posix.join(posix.dirname(file), match[1])))
          .map((match) => ({
            file,
            line: lineAt(text, match.index),
            what: `${match[1]} leads nowhere`,
            cure: 'correct the path, or remove the link',
          }));
      });
  },
};
