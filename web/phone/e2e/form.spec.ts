// The form inside WhatsApp as a person fills it in: the server and the emulator as `./dev run`
// starts them, and the built page.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base } from '@playwright/test';
import { expect, expectAccessible, phoneOf, shoot } from './table';

const run = fileURLToPath(new URL('../../../tools/run.mjs', import.meta.url));
const start_wait_ms = 90_000;

const test = base.extend<{ phones: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: the test runner reads the parameter's pattern
  phones: async ({}, use) => {
    const state = mkdtempSync(join(tmpdir(), 'antre-form-'));
    const house: ChildProcess = spawn('node', [run, `--state=${state}`]);
    let said = '';
    house.stdout?.on('data', (text) => {
      said += String(text);
    });
    await expect.poll(() => said, { timeout: start_wait_ms }).toContain('Ctrl-C ends it');
    expect(existsSync(join(state, 'run.json'))).toBe(true);
    await use(JSON.parse(readFileSync(join(state, 'run.json'), 'utf8')).phones);
    const ended = new Promise((resolve) => house.on('exit', resolve));
    house.kill('SIGINT');
    await ended;
    rmSync(state, { recursive: true, force: true });
  },
});

test('a form is opened, filled in, corrected and sent, and the ticket comes', async ({
  page,
  phones,
}) => {
  await page.goto(`${phones}?phones=1`);
  const siti = phoneOf(page, 'Siti Rahayu');
  await siti.getByRole('button', { name: /Bicara dengan/ }).click();
  await siti.getByRole('dialog').getByRole('button', { name: /Batam/ }).first().click();
  await siti.getByRole('textbox').fill('daftar');
  await siti.getByRole('textbox').press('Enter');
  await siti.getByRole('button', { name: 'Isi formulir' }).click();

  const form = siti.getByRole('dialog');
  await form.getByLabel('Keperluan').selectOption('new');
  await form.getByLabel('1 orang').check();
  await expectAccessible(page);
  await shoot(page, 'form-party-1440');
  await form.getByRole('button', { name: 'Lanjut' }).click();

  await form.getByLabel('Nama lengkap').fill('Siti 2');
  await form.getByLabel('Tanggal lahir').fill('1990-05-14');
  await form.getByRole('button', { name: 'Lanjut' }).click();
  await expect(form.getByRole('alert')).toContainText('tulis dengan huruf');
  await shoot(page, 'form-error-1440');
  await form.getByLabel('Nama lengkap').fill('Siti Rahayu');
  await form.getByRole('button', { name: 'Lanjut' }).click();

  await expect(form.getByLabel('Jam datang')).toBeDisabled();
  await form.getByLabel('Hari datang').selectOption({ index: 3 });
  await expect(form.getByLabel('Jam datang')).toBeEnabled();
  await form.getByLabel('Jam datang').selectOption({ index: 1 });
  await shoot(page, 'form-time-1440');
  await form.getByRole('button', { name: 'Lanjut' }).click();

  const number = await form.getByRole('heading', { name: /^Nomor / }).textContent();
  await form.getByRole('button', { name: 'Pesan tempat ini' }).click();
  await expect(form.getByRole('alert')).toContainText('Isi dahulu');
  await form.getByLabel(/Data di atas benar/).check();
  await expectAccessible(page);
  await shoot(page, 'form-summary-1440');
  await form.getByRole('button', { name: 'Pesan tempat ini' }).click();

  await expect(siti.getByRole('dialog')).toHaveCount(0);
  await expect(siti.getByText('Antrean Anda sudah tercatat')).toBeVisible();
  await expect(siti.getByText(String(number).replace('Nomor ', '')).first()).toBeVisible();
  await shoot(page, 'form-ticket-1440');

  // The same form says what it has done, and books nothing again.
  await siti.getByRole('button', { name: 'Isi formulir' }).click();
  await expect(form.getByRole('alert')).toContainText('sudah dipakai');
  await page.keyboard.press('Escape');
});
