// What every browser test of the phone page starts with: a fresh fake emulator and the built page.

import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { FakeEmulator } from './fake_emulator';

const built = fileURLToPath(new URL('../../dist/phone', import.meta.url));
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Table {
  emulator: FakeEmulator;
  address: string;
  open: (query?: string) => Promise<void>;
}

export const test = base.extend<Table>({
  // biome-ignore lint/correctness/noEmptyPattern: the test runner reads the parameter's pattern
  emulator: async ({}, use) => {
    const emulator = new FakeEmulator(built);
    await use(emulator);
    await emulator.stop();
  },
  address: async ({ emulator }, use) => use(await emulator.start()),
  open: async ({ page, address }, use) => {
    const trouble: string[] = [];
    page.on('pageerror', (error) => trouble.push(String(error)));
    page.on('console', (line) => {
      if (line.type() === 'error' && !line.text().includes('Failed to load resource')) {
        trouble.push(line.text());
      }
    });
    await use(async (query = '?phones=2') => {
      await page.goto(`${address}/${query}`);
    });
    expect(trouble).toEqual([]);
  },
});

export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`),
  ).toEqual([]);
}

export function phoneOf(page: Page, name: string) {
  return page.getByRole('region', { name: new RegExp(name) });
}

export async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/shots/${name}.png` });
}

export { expect };
