import { expect, expectAccessible, phoneOf, shoot, test } from './table';

test('the clock moves on and to tomorrow at four', async ({ page, open, emulator }) => {
  await open();
  const face = page.locator('.clock-time');
  await expect(face).toContainText('08.02');
  await page.getByRole('button', { name: '+10 menit' }).click();
  await expect(face).toContainText('08.12');
  await page.getByRole('button', { name: 'Besok 16.00' }).click();
  await expect(face).toContainText('16.00');
  await expect(page.getByText('Rabu, 25 November 2026')).toBeVisible();
  await page.getByLabel('Zona waktu kantor').selectOption('WIT');
  await expect(face).toContainText('18.00');
  await page.getByLabel('Atur ke tanggal dan jam').fill('2026-11-27T08:00');
  await page.getByRole('button', { name: 'Atur', exact: true }).click();
  await expect(face).toContainText('08.00');
  expect(new Date(emulator.now_ms).toISOString()).toBe('2026-11-26T23:00:00.000Z');
  await page.getByRole('radio', { name: 'Berjalan' }).check();
  await expect(page.getByText('Jam berjalan', { exact: true })).toBeVisible();
  await page.getByLabel('Kecepatan').selectOption('60');
  await expect.poll(() => emulator.clock).toEqual({ mode: 'real', speed: 60 });
  await expectAccessible(page);
});

test('faults are switched one by one and all off', async ({ page, open, emulator }) => {
  await open();
  await page.getByRole('tab', { name: 'Gangguan' }).click();
  await expect(page.getByText('Semua lancar')).toBeVisible();
  await page.getByRole('switch', { name: 'Webhook tidak dapat dihubungi' }).check();
  await page.getByLabel('Pesan dikirim dua kali').selectOption('25');
  await page.getByLabel('Terlalu sering ke satu orang').selectOption('100');
  await page.getByLabel('Terlambat paling lama').fill('3000');
  await page.getByLabel('Terlambat paling lama').press('Tab');
  await expect
    .poll(() => emulator.chaos)
    .toMatchObject({
      webhook_down: true,
      duplicate_percent: 25,
      throttle: { '131056': 100 },
      delay_ms_max: 3000,
    });
  await expect(page.getByRole('button', { name: '4 gangguan menyala' })).toBeVisible();
  await expectAccessible(page);
  await shoot(page, 'faults-1440');
  await page.getByRole('button', { name: 'Matikan semua' }).click();
  await expect(page.getByText('Semua lancar')).toBeVisible();
  expect(emulator.chaos).toEqual({});
});

test('a template is paused as the platform would do it', async ({ page, open, emulator }) => {
  await open();
  await page.getByRole('tab', { name: 'Templat' }).click();
  const state = page.getByLabel('Status siap id');
  await expect(state).toHaveValue('APPROVED');
  await state.selectOption('PAUSED');
  await expect.poll(() => emulator.templates[0]?.status).toBe('PAUSED');
  await expect(state).toHaveValue('PAUSED');
  await expectAccessible(page);
});

test('a click on a bubble shows its JSON and its deliveries', async ({ page, open, emulator }) => {
  await open();
  const siti = phoneOf(page, 'Siti Rahayu');
  await siti.getByRole('button', { name: 'halo', exact: true }).click();
  await siti.getByText('Selamat pagi.').click();
  const panel = page.getByRole('tabpanel');
  await expect(panel.getByText('"Ambil jadwal ini"')).toBeVisible();
  await expect(panel.locator('.record')).toHaveCount(1);
  await panel.locator('.record summary').click();
  await expect(panel.getByText('Jawaban 200')).toBeVisible();
  await expectAccessible(page);
  await shoot(page, 'json-1440');
  await panel.getByRole('button', { name: 'Lepas pilihan' }).click();
  await expect(panel.locator('.record')).toHaveCount(2);
  await panel.locator('.record-webhook summary').click();
  await panel.getByRole('button', { name: 'Kirim ulang' }).click();
  await expect.poll(() => emulator.requests.at(-1)?.path).toContain('/replay');
});

test('the tabs of the tools follow the arrow keys', async ({ page, open }) => {
  await open();
  await page.getByRole('tab', { name: 'Jam' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('tab', { name: 'Biaya' })).toBeFocused();
  await expect(page.getByText('Yang ditagih')).toBeVisible();
  await expect(page.getByText('988')).toBeVisible();
  await expectAccessible(page);
  await shoot(page, 'meter-1440');
});

test('a vanished emulator is said plainly, retried, and caught up with', async ({
  page,
  open,
  emulator,
  address,
}) => {
  await open();
  const siti = phoneOf(page, 'Siti Rahayu');
  await siti.getByRole('button', { name: 'halo', exact: true }).click();
  await expect(siti.getByText('Selamat pagi.')).toBeVisible();
  await emulator.stop();
  await expect(page.getByRole('alert')).toContainText('Emulator tidak menjawab');
  await siti.getByRole('textbox').fill('masih di sini');
  await siti.getByRole('textbox').press('Enter');
  await expect(siti.getByRole('textbox')).toHaveValue('masih di sini');
  await expectAccessible(page);
  await shoot(page, 'lost-1440');
  const missed = { type: 'text', body: { body: 'Terlewat tadi' }, status: 'read' } as const;
  emulator.say('6281255500101', '301000000000001', missed);
  await emulator.start(Number(new URL(address).port));
  await expect(siti.getByText('Terlewat tadi')).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole('alert')).toBeEmpty();
});

test('starting afresh asks first and leaves the empty page', async ({ page, open }) => {
  await open();
  await page.getByRole('button', { name: 'Mulai dari kosong' }).click();
  await page.getByRole('button', { name: 'Ya, kosongkan' }).click();
  await expect(page.getByRole('button', { name: 'Mulai dengan dua ponsel' })).toBeVisible();
  await expectAccessible(page);
});

test('a first visit makes at most eight requests', async ({ page, open, emulator }) => {
  await open();
  await expect(phoneOf(page, 'Budi Santoso')).toBeVisible();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.reload();
  await expect(phoneOf(page, 'Budi Santoso')).toBeVisible();
  await page.waitForTimeout(500);
  const fetched = requests.filter((url) => !url.startsWith('data:'));
  expect(fetched.length, fetched.join('\n')).toBeLessThanOrEqual(8);
  expect(emulator.phones).toHaveLength(2);
});
