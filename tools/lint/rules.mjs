// Every rule of ./dev lint, quick ones first.

import { rooms } from './rooms.mjs';

export const rules = [rooms];
