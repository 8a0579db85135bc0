import { expect, expectAccessible, phoneOf, shoot, test } from './table';

const narrow = { width: 360, height: 740 };

test('a newcomer books with taps and sees the picture of the ticket', async ({ page, open }) => {
  await open('');
  await expect(page.getByText('Simulasi, bukan WhatsApp')).toBeVisible();
  await expectAccessible(page);
  await shoot(page, 'empty-1440');
  await page.getByRole('button', { name: 'Mulai dengan dua ponsel' }).click();

  const siti = phoneOf(page, 'Siti Rahayu');
  await expect(phoneOf(page, 'Budi Santoso')).toBeVisible();
  await shoot(page, 'fresh-1440');
  await siti.getByRole('textbox').fill('halo');
  await siti.getByRole('textbox').press('Enter');
  await expect(siti.getByText('Selamat pagi.')).toBeVisible();
  await expect(
    siti.locator('strong', { hasText: 'Kantor Imigrasi Jakarta Selatan' }),
  ).toBeVisible();
  await expect(siti.getByRole('textbox')).toHaveValue('');

  await siti.getByRole('button', { name: 'Ambil jadwal ini' }).click();
  await expect(siti.getByText('menekan tombol')).toBeVisible();
  await siti.getByRole('button', { name: 'Siti Rahayu, 14-05-1990' }).click();
  await expect(siti.getByRole('img', { name: 'Gambar dari pesan' })).toBeVisible();
  await expect(siti.getByTitle('Dibaca').last()).toBeVisible();
  await expectAccessible(page);
  await shoot(page, 'ticket-1440');
});

test('a list message opens a sheet; Escape closes it and a row answers', async ({ page, open }) => {
  await open();
  const siti = phoneOf(page, 'Siti Rahayu');
  await siti.getByRole('button', { name: 'halo', exact: true }).click();
  await siti.getByRole('button', { name: 'Menu lain' }).click();
  const opener = siti.getByRole('button', { name: 'Buka menu' });
  await opener.click();
  await expect(siti.getByRole('dialog', { name: 'Buka menu' })).toBeVisible();
  await expectAccessible(page);
  await shoot(page, 'list-1440');

  await page.keyboard.press('Escape');
  await expect(siti.getByRole('dialog')).toHaveCount(0);
  await expect(opener).toBeFocused();

  await opener.press('Enter');
  await siti.getByRole('button', { name: 'Antrean saya Nomor, jam' }).click();
  await expect(siti.getByText('memilih dari daftar')).toBeVisible();
  await expect(siti.getByRole('img', { name: 'Gambar dari pesan' })).toBeVisible();
});

test('on a narrow screen one phone shows at a time', async ({ page, open }) => {
  await page.setViewportSize(narrow);
  await open();
  await expect(phoneOf(page, 'Siti Rahayu')).toBeVisible();
  await expect(phoneOf(page, 'Budi Santoso')).toBeHidden();
  await page.getByRole('button', { name: 'Budi', exact: true }).click();
  await expect(phoneOf(page, 'Budi Santoso')).toBeVisible();
  await page.getByRole('button', { name: 'Siti', exact: true }).click();
  const siti = phoneOf(page, 'Siti Rahayu');
  await siti.getByRole('button', { name: 'halo', exact: true }).click();
  await expect(siti.getByText('Selamat pagi.')).toBeVisible();
  await expectAccessible(page);
  await shoot(page, 'chat-360');
  await page.getByRole('button', { name: 'Alat' }).click();
  await expect(page.getByRole('tab', { name: 'Jam' })).toBeVisible();
  await shoot(page, 'tools-360');
  await expectAccessible(page);
  const sideways = await page.evaluate(() => document.body.scrollWidth > innerWidth);
  expect(sideways).toBe(false);
});

test('the whole path goes by keyboard alone', async ({ page, open }) => {
  await open('');
  const press = async (name: string) => {
    const target = page.getByRole('button', { name, exact: true }).first();
    for (let tabs = 0; tabs < 80; tabs += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
    await page.keyboard.press('Enter');
  };
  await press('Mulai dengan dua ponsel');
  await press('Kirim “halo”');
  await expect(page.getByText('Selamat pagi.')).toBeVisible();
  await press('Menu lain');
  await expect(page.getByRole('button', { name: 'Buka menu' })).toBeVisible();
  await press('Buka menu');
  await expect(page.getByRole('dialog', { name: 'Buka menu' })).toBeFocused();
  await press('Antrean saya Nomor, jam datang, kode QR');
  await expect(page.getByRole('img', { name: 'Gambar dari pesan' })).toBeVisible();
});

test('nothing runs off sideways at 320 pixels', async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open();
  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const siti = phoneOf(page, 'Siti Rahayu');
  await siti.getByRole('button', { name: 'halo', exact: true }).click();
  await expect(siti.getByText('Selamat pagi.')).toBeVisible();
  expect(await sideways()).toBeLessThanOrEqual(0);
  await siti.getByRole('button', { name: 'Setelan ponsel' }).click();
  expect(await sideways()).toBeLessThanOrEqual(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Alat' }).click();
  for (const tool of ['JSON', 'Gangguan', 'Biaya', 'Jam']) {
    await page.getByRole('tab', { name: tool }).click();
    expect(await sideways()).toBeLessThanOrEqual(0);
  }
});
