import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LiveEvent } from '../model/wire';
import { type Line, LiveStream, readEvent } from './live_stream';

// A line we can cut and mend by hand.
class HandSource extends EventTarget {
  closed = false;
  close() {
    this.closed = true;
  }
}

let sources: HandSource[];
let lines: Line[];
let events: LiveEvent[];

beforeEach(() => {
  vi.useFakeTimers();
  [sources, lines, events] = [[], [], []];
  const stream = new LiveStream(
    '/events',
    (event) => events.push(event),
    (line) => lines.push(line),
    () => {
      const source = new HandSource();
      sources.push(source);
      return source as unknown as EventSource;
    },
  );
  stream.start();
});

afterEach(() => vi.useRealTimers());

it('a_cut_line_is_told_and_opened_again', () => {
  sources[0]?.dispatchEvent(new Event('open'));
  sources[0]?.dispatchEvent(new Event('error'));
  expect(sources[0]?.closed).toBe(true);
  vi.advanceTimersByTime(500);
  sources[1]?.dispatchEvent(new Event('open'));
  expect(lines).toEqual(['live', 'lost', 'live']);
});

it('waits_longer_after_each_failure_but_never_over_five_seconds', () => {
  for (const wait_ms of [500, 1000, 2000, 4000, 5000, 5000]) {
    sources.at(-1)?.dispatchEvent(new Event('error'));
    const opened = sources.length;
    vi.advanceTimersByTime(wait_ms - 1);
    expect(sources).toHaveLength(opened);
    vi.advanceTimersByTime(1);
    expect(sources).toHaveLength(opened + 1);
  }
});

it('hands_on_events_and_drops_what_does_not_parse', () => {
  const say = (data: string) => sources[0]?.dispatchEvent(new MessageEvent('typing', { data }));
  say('{"wa_id":"6281","phone_number_id":"301"}');
  say('{broken');
  expect(events).toEqual([{ kind: 'typing', wa_id: '6281', phone_number_id: '301' }]);
});

it.each([
  ['beside now', '{"now":"2026-11-24T01:00:00Z","mode":"manual","speed":60}'],
  ['inside clock', '{"now":"2026-11-24T01:00:00Z","clock":{"mode":"manual","speed":60}}'],
])('reads a clock whose setting stands %s', (_, data) => {
  expect(readEvent('clock', data)).toEqual({
    kind: 'clock',
    now: '2026-11-24T01:00:00Z',
    clock: { mode: 'manual', speed: 60 },
  });
});
