// Registry: lock files pin packages by version and digest and name no host, so that the tree
// installs from whatever registry a machine is set up for.

import { lineAt } from './house.mjs';

const isLock = (file) =>
  /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|\.npmrc)$/.test(file);
const address = /https?:\/\/[^\s"']+\/(?:[^\s"']+\.tgz|-\/)|"resolved"|^\s*registry\s*=/gm;

export const registry = {
  name: 'registry',
  check(house) {
    return house.files.filter(isLock).flatMap((file) => {
      const text = house.read(file);
      const found = address.exec(text);
      address.lastIndex = 0;
      if (found === null) return [];
      return [
        {
          file,
          line: lineAt(text, found.index),
          what: 'names the host of a package registry',
          cure: 'npm config set omit-lockfile-registry-resolved true, then make the lock file anew',
        },
      ];
    });
  },
};
