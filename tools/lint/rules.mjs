// Every rule of ./dev lint, quick ones first.

import { faults } from './faults.mjs';
import { leftovers } from './leftovers.mjs';
import { links } from './links.mjs';
import { personal } from './personal.mjs';
import { purity } from './purity.mjs';
import { registry } from './registry.mjs';
import { rooms } from './rooms.mjs';
import { size } from './size.mjs';
import { tidy } from './tidy.mjs';
import { format, shell, web } from './tools.mjs';
import { wordsRule } from './words.mjs';

export const rules = [
  rooms,
  purity,
  size,
  wordsRule,
  leftovers,
  personal,
  registry,
  links,
  faults,
  shell,
  format,
  web,
  tidy,
];
