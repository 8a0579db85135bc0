// @vitest-environment happy-dom
import { cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { Session } from '../../link/session';
import { aPhone } from '../../model/testing';
import type { Phone } from '../../model/wire';
import { SessionContext } from '../session_context/session_context';
import { Composer } from './composer';

afterEach(cleanup);

function draw(phone: Phone, sends: boolean) {
  const onSend = vi.fn(() => Promise.resolve(sends));
  const view = render(
    <SessionContext.Provider value={new Session()}>
      <Composer
        open={{ place: 1, wa_id: phone.wa_id, number: '301' }}
        phone={phone}
        quoting={null}
        onDropQuote={() => undefined}
        onAttach={() => undefined}
        onSend={onSend}
      />
    </SessionContext.Provider>,
  );
  return { ...view, onSend };
}

function write(field: HTMLElement, value: string) {
  fireEvent.input(field, { target: { value } });
}

it('enter_sends_and_empties_the_field', async () => {
  const { getByRole, onSend } = draw(aPhone(), true);
  const field = getByRole('textbox') as HTMLTextAreaElement;
  write(field, 'halo');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onSend).toHaveBeenCalledWith({ type: 'text', text: { body: 'halo' } });
  await waitFor(() => expect(field.value).toBe(''));
});

it('what_could_not_be_sent_stays', async () => {
  const { getByRole, onSend } = draw(aPhone(), false);
  const field = getByRole('textbox') as HTMLTextAreaElement;
  write(field, 'halo');
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(onSend).toHaveBeenCalledTimes(1));
  expect(field.value).toBe('halo');
});

it.each([
  ['shift and enter', { key: 'Enter', shiftKey: true }, 'halo'],
  ['only spaces', { key: 'Enter' }, '   '],
])('%s sends nothing', (_, key, text) => {
  const { getByRole, onSend } = draw(aPhone(), true);
  write(getByRole('textbox'), text);
  fireEvent.keyDown(getByRole('textbox'), key);
  expect(onSend).not.toHaveBeenCalled();
});

it.each([
  ['offline', aPhone({ online: false })],
  ['blocking the office', aPhone({ blocked: ['301'] })],
])('a phone that is %s cannot write', (_, phone) => {
  expect(draw(phone, true).queryByRole('textbox')).toBeNull();
});
