// The emulator's event stream with a reconnect of our own: the browser's gives up after some errors,
// and the page must know when the line is back, to load what it missed.

import type { Call, Chaos, ClockSetting, Delivery, LiveEvent, Phone } from '../model/wire';

export type Line = 'connecting' | 'live' | 'lost';

const retry_first_ms = 500;
const retry_max_ms = 5_000;

const kinds = [
  'message',
  'status',
  'typing',
  'phone',
  'clock',
  'delivery',
  'call',
  'chaos',
] as const;

// An event's data as our closed type; null for data that does not parse.
export function readEvent(kind: (typeof kinds)[number], data: string): LiveEvent | null {
  let body: Record<string, unknown>;
  try {
    body = JSON.parse(data) as Record<string, unknown>;
  } catch {
    return null;
  }
  switch (kind) {
    case 'message':
    case 'status':
    case 'typing':
      return { kind, ...body } as LiveEvent;
    case 'phone':
      return { kind, phone: body as unknown as Phone };
    case 'clock': {
      const setting = (body.clock ?? body) as ClockSetting;
      const clock = { mode: setting.mode ?? 'real', speed: setting.speed ?? 1 };
      return { kind, now: String(body.now), clock };
    }
    case 'delivery':
      return { kind, delivery: body as unknown as Delivery };
    case 'call':
      return { kind, call: body as unknown as Call };
    case 'chaos':
      return { kind, chaos: body as Partial<Chaos> };
  }
}

export class LiveStream {
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wait_ms = retry_first_ms;

  constructor(
    private readonly url: string,
    private readonly on_event: (event: LiveEvent) => void,
    private readonly on_line: (line: Line) => void,
    private readonly open_source: (url: string) => EventSource = (at) => new EventSource(at),
  ) {}

  start(): void {
    this.stop();
    const source = this.open_source(this.url);
    this.source = source;
    source.addEventListener('open', () => {
      this.wait_ms = retry_first_ms;
      this.on_line('live');
    });
    source.addEventListener('error', () => this.retry());
    for (const kind of kinds) {
      source.addEventListener(kind, (message) => {
        const event = readEvent(kind, (message as MessageEvent<string>).data);
        if (event) this.on_event(event);
      });
    }
  }

  stop(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  private retry(): void {
    this.stop();
    this.on_line('lost');
    this.timer = setTimeout(() => this.start(), this.wait_ms);
    this.wait_ms = Math.min(this.wait_ms * 2, retry_max_ms);
  }
}
