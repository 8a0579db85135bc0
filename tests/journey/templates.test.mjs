// Our templates are such as the Cloud API takes: each is handed in for approval, and is approved.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { House } from './stage/house.mjs';

const house = new House();
before(() => house.start());
after(() => house.stop());

test('every template in both languages is accepted by the emulated account', async () => {
  const templates = JSON.parse(house.run('admin', 'templates'));
  const [{ waba_id }] = JSON.parse(house.offices);
  for (const template of templates) {
    const answer = await fetch(`${house.phones}/v26.0/${waba_id}/message_templates`, {
      method: 'POST',
      headers: { authorization: 'Bearer journey-token', 'content-type': 'application/json' },
      body: JSON.stringify(template),
    });
    assert.equal(answer.status, 200, `${template.name}: ${await answer.clone().text()}`);
  }
  assert.ok(templates.some(({ name, language }) => name === 'kantor_tutup' && language === 'id'));
  assert.equal(new Set(templates.map(({ name, language }) => name + language)).size, 22);
});
