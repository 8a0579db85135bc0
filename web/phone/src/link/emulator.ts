// The emulator's control API over HTTP. Every call either gives what the emulator said or throws an
// EmulatorError that says whether it refused (it answered no) or is away (no answer at all).

import type { FormAnswer, FormStep } from '../model/form';
import type {
  Call,
  Chaos,
  ClockSetting,
  Delivery,
  EmulatorState,
  JsonObject,
  Message,
  Phone,
  PhoneChange,
  Template,
  TemplateStatus,
} from '../model/wire';

export class EmulatorError extends Error {
  constructor(
    readonly kind: 'refused' | 'away',
    readonly detail: string,
  ) {
    super(detail);
  }
}

export type ClockOrder =
  | { advance_ms: number }
  | { to: string }
  | { mode: 'real' | 'manual'; speed: number };

// The clock as the emulator reports it: the setting stands beside `now` or inside `clock`.
export type ClockReport = { now: string; clock?: ClockSetting } & Partial<ClockSetting>;

const answer_wait_ms = 15_000;
// Moving the clock runs everything due in between, each step with time for the business to answer.
const clock_wait_ms = 300_000;

async function refusal(response: Response): Promise<string> {
  const text = await response.text();
  try {
    const body = JSON.parse(text) as { error?: { message?: string } | string; detail?: string };
    const error = typeof body.error === 'string' ? body.error : body.error?.message;
    return error ?? body.detail ?? text;
  } catch {
    return text.slice(0, 200) || `HTTP ${response.status}`;
  }
}

export class Emulator {
  constructor(private readonly root = '/_emulator') {}

  private async ask<T>(
    method: string,
    path: string,
    body?: unknown,
    wait_ms = answer_wait_ms,
  ): Promise<T> {
    let response: Response;
    try {
      response = await fetch(`${this.root}${path}`, {
        method,
        signal: AbortSignal.timeout(wait_ms),
        ...(body === undefined
          ? {}
          : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
      });
    } catch (error) {
      throw new EmulatorError('away', String(error));
    }
    if (!response.ok) throw new EmulatorError('refused', await refusal(response));
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  state(): Promise<EmulatorState> {
    return this.ask('GET', '/state');
  }

  async chat(wa_id: string, phone_number_id: string): Promise<Message[]> {
    const path = `/phones/${encodeURIComponent(wa_id)}/chats/${encodeURIComponent(phone_number_id)}`;
    return (await this.ask<{ messages: Message[] }>('GET', path)).messages;
  }

  addPhone(name: string): Promise<Phone> {
    return this.ask('POST', '/phones', { name });
  }

  changePhone(wa_id: string, change: PhoneChange): Promise<Phone> {
    return this.ask('PATCH', `/phones/${encodeURIComponent(wa_id)}`, change);
  }

  changeNumber(wa_id: string, next: string): Promise<Phone> {
    const path = `/phones/${encodeURIComponent(wa_id)}/change_number`;
    return this.ask('POST', path, { wa_id: next });
  }

  changeUserId(wa_id: string): Promise<Phone> {
    return this.ask('POST', `/phones/${encodeURIComponent(wa_id)}/change_user_id`, {});
  }

  send(wa_id: string, message: JsonObject): Promise<{ id: string }> {
    return this.ask('POST', `/phones/${encodeURIComponent(wa_id)}/send`, message);
  }

  /** One step of the form that a message opens; answered when its endpoint has answered. */
  fillForm(wa_id: string, step: FormStep): Promise<FormAnswer> {
    return this.ask('POST', `/phones/${encodeURIComponent(wa_id)}/form`, step);
  }

  markRead(wa_id: string, number: string): Promise<void> {
    return this.ask('POST', `/phones/${encodeURIComponent(wa_id)}/read`, { number });
  }

  async deliveries(limit: number): Promise<Delivery[]> {
    return listed(await this.ask<Listed<Delivery>>('GET', `/deliveries?limit=${limit}`));
  }

  async calls(limit: number): Promise<Call[]> {
    return listed(await this.ask<Listed<Call>>('GET', `/calls?limit=${limit}`));
  }

  replay(delivery_id: string): Promise<void> {
    return this.ask('POST', `/deliveries/${encodeURIComponent(delivery_id)}/replay`, {});
  }

  clock(order: ClockOrder): Promise<ClockReport> {
    return this.ask('POST', '/clock', order, clock_wait_ms);
  }

  changeChaos(change: Record<string, unknown>): Promise<Partial<Chaos>> {
    return this.ask('PATCH', '/chaos', change);
  }

  replaceChaos(chaos: Partial<Chaos>): Promise<Partial<Chaos>> {
    return this.ask('PUT', '/chaos', chaos);
  }

  async templates(): Promise<Template[]> {
    return listed(await this.ask<Listed<Template>>('GET', '/templates'));
  }

  setTemplate(id: string, status: TemplateStatus): Promise<unknown> {
    return this.ask('POST', `/templates/${encodeURIComponent(id)}`, { status });
  }

  reset(): Promise<void> {
    return this.ask('POST', '/reset', {});
  }
}

// A list answer is the array itself or an object with the array as its only list.
type Listed<T> = T[] | Record<string, T[]>;

function listed<T>(answer: Listed<T>): T[] {
  if (Array.isArray(answer)) return answer;
  return Object.values(answer).find((value) => Array.isArray(value)) ?? [];
}
