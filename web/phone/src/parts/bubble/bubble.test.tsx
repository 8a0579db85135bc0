// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Session } from '../../link/session';
import { aMessage } from '../../model/testing';
import type { Message } from '../../model/wire';
import { SessionContext } from '../session_context/session_context';
import { Bubble } from './bubble';

beforeEach(() => vi.stubGlobal('fetch', () => new Promise(() => undefined)));
afterEach(cleanup);

function draw(message: Message, text_only = false) {
  const session = new Session();
  const onSend = vi.fn();
  const view = render(
    <SessionContext.Provider value={session}>
      <ol>
        <Bubble
          message={message}
          quoted={null}
          reactions={[]}
          text_only={text_only}
          on_its_way={false}
          onSend={onSend}
          onOpenList={() => undefined}
          onOpenForm={() => undefined}
          onReply={() => undefined}
        />
      </ol>
    </SessionContext.Provider>,
  );
  return { ...view, session, onSend };
}

const buttons = aMessage({
  type: 'interactive',
  body: {
    type: 'button',
    body: { text: 'Sudah benar?' },
    action: { buttons: [{ type: 'reply', reply: { id: 'v1:yes', title: 'Benar, daftarkan' } }] },
  },
});

it('html_in_a_message_stays_text', () => {
  const { container } = draw(
    aMessage({ body: { body: '<img src=x onerror=alert(1)>*<b>x</b>*' } }),
  );
  expect(container.querySelector('img, b')).toBeNull();
  expect(container.textContent).toContain('<img src=x onerror=alert(1)>');
});

it('tapping_a_button_answers_that_message', () => {
  const { getByRole, onSend } = draw(buttons);
  fireEvent.click(getByRole('button', { name: 'Benar, daftarkan' }));
  expect(onSend).toHaveBeenCalledWith({
    type: 'button_reply',
    context: 'wamid.1',
    id: 'v1:yes',
    title: 'Benar, daftarkan',
  });
});

it('a_text_only_client_shows_no_button', () => {
  const { queryByRole, getByText } = draw(buttons, true);
  expect(getByText('Sudah benar?')).toBeTruthy();
  expect(queryByRole('button', { name: 'Benar, daftarkan' })).toBeNull();
});

it('a_failed_message_says_why', () => {
  const error = { code: 131047, error_data: { details: 'More than 24 hours' } };
  const { container } = draw(aMessage({ status: 'failed', error }));
  expect(container.textContent).toContain('More than 24 hours (131047)');
});

it('a_click_on_the_bubble_picks_it_for_its_json', () => {
  const { getByText, session } = draw(aMessage());
  fireEvent.click(getByText('Selamat pagi'));
  expect(session.picked.value?.id).toBe('wamid.1');
});
