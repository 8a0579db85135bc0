// The page against the emulator itself, as built in this checkout (or ANTRE_EMULATOR).

import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { SmallBusiness } from './small_business';
import { expect, expectAccessible, phoneOf, shoot } from './table';

const program =
  process.env.ANTRE_EMULATOR ??
  fileURLToPath(new URL('../../../build/bin/antre-whatsapp-emulator', import.meta.url));
const built = fileURLToPath(new URL('../../dist/phone', import.meta.url));
const token = 'test-token';
const start_wait_ms = 10_000;

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => found(port));
    });
  });
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/_emulator/state`)).ok;
  } catch {
    return false;
  }
}

interface Real {
  business: SmallBusiness;
  address: string;
}

const test = base.extend<Real>({
  // biome-ignore lint/correctness/noEmptyPattern: the test runner reads the parameter's pattern
  business: async ({}, use) => {
    const business = new SmallBusiness(token);
    await use(business);
    await business.stop();
  },
  address: async ({ business }, use) => {
    const callback = await business.start();
    const listen = `127.0.0.1:${await freePort()}`;
    const options = ['--listen', listen, '--callback', callback, '--app-secret', 'test-secret'];
    options.push('--verify-token', 'v', '--access-token', token, '--web', built, '--seed', '7');
    options.push('--now', '2026-11-24T01:02:00Z');
    const emulator: ChildProcess = spawn(program, options, { stdio: 'inherit' });
    const url = `http://${listen}`;
    business.graph_url = url;
    await expect.poll(() => isUp(url), { timeout: start_wait_ms }).toBe(true);
    await use(url);
    emulator.kill('SIGTERM');
  },
});

test('talk, taps, lists, ticks and JSON with the emulator itself', async ({
  page,
  address,
  business,
}) => {
  await page.goto(`${address}/`);
  await page.getByRole('button', { name: 'Mulai dengan dua ponsel' }).click();
  const siti = phoneOf(page, 'Siti Rahayu');
  await siti.getByRole('button', { name: 'halo', exact: true }).click();
  await expect(siti.getByText('Selamat pagi di')).toBeVisible();
  await siti.getByRole('button', { name: 'Menu lain' }).click();
  await siti.getByRole('button', { name: 'Buka menu' }).click();
  await siti.getByRole('button', { name: 'Antrean saya' }).last().click();
  await expect(siti.getByText('Nomor:')).toBeVisible();
  // The clock stands, so what was sent arrives only once it is moved on.
  await expect(siti.locator('.is-on-its-way')).not.toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: '+10 menit' }).click();
  await expect(siti.locator('.from-office .ticks-read')).toHaveCount(3);

  await siti.locator('.markup', { hasText: 'Selamat pagi di' }).click();
  await expect(page.locator('.record')).not.toHaveCount(0);
  await expectAccessible(page);
  await shoot(page, 'real-1440');
  expect(business.heard.map((message) => message.type)).toEqual([
    'text',
    'interactive',
    'interactive',
  ]);
});

test('attachments, faults, clock and a changed number with the emulator itself', async ({
  page,
  address,
  business,
}) => {
  await page.goto(`${address}/?phones=1`);
  const siti = phoneOf(page, 'Siti Rahayu');
  for (const name of ['Foto', 'Pesan suara', 'Stiker', 'Dokumen', 'Lokasi', 'Kontak']) {
    await siti.getByRole('button', { name: 'Lampirkan' }).click();
    await siti.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  }
  await expect(siti.getByText('Kami menerima: contacts')).toBeVisible();
  expect(new Set(business.heard.map((message) => message.type)).size).toBe(6);
  await shoot(page, 'real-attachments-1440');

  await page.getByRole('button', { name: '+1 jam' }).click();
  await expect(page.locator('.clock-time')).toContainText('09.0');
  await page.getByRole('tab', { name: 'Gangguan' }).click();
  await page.getByRole('switch', { name: 'Token kedaluwarsa' }).check();
  await page.getByLabel('Terlalu sering ke satu orang').selectOption('100');
  await expect(page.getByText('2 gangguan menyala').first()).toBeVisible();
  await page.getByRole('button', { name: 'Matikan semua' }).click();
  await expect(page.getByText('Semua lancar')).toBeVisible();
  await page.getByRole('tab', { name: 'Biaya' }).click();
  await expect(page.locator('.meter-service_messages dd')).toHaveText('6');

  await siti.getByRole('button', { name: 'Setelan ponsel' }).click();
  await siti.getByLabel('Nomor ponsel baru').fill('6281234567890');
  await siti.getByRole('button', { name: 'Ganti', exact: true }).click();
  await expect(siti.getByText('+6281234567890')).toBeVisible();
  await expect(siti.getByText('Kami menerima: contacts')).toBeVisible();
  await page.reload();
  await expect(siti.getByText('Kami menerima: contacts')).toBeVisible();
});
