// The emulator's control API as this page reads it. Times are ISO 8601 UTC, ids are strings.
// `in` and `out` are seen from the business: `in` is what the person wrote.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export interface BusinessNumber {
  phone_number_id: string;
  display_phone_number: string;
  waba_id: string;
  verified_name: string;
}

export interface Phone {
  wa_id: string;
  user_id: string;
  name: string;
  username: string | null;
  shows_phone: boolean;
  online: boolean;
  read_receipts: boolean;
  blocked: string[];
  text_only: boolean;
}

export type PhoneChange = Partial<Omit<Phone, 'wa_id' | 'user_id'>>;

export type DeliveryStatus = 'sent' | 'delivered' | 'read' | 'failed';

export interface MessageError {
  code?: number;
  title?: string;
  message?: string;
  error_data?: { details?: string };
}

export interface Message {
  id: string;
  direction: 'in' | 'out';
  at: string;
  type: string;
  body: JsonObject;
  status: DeliveryStatus | null;
  error: MessageError | null;
  context: string | null;
  media_url: string | null;
  opaque: string | null;
  // Templates only: header, body, footer and buttons with the parameters filled in.
  rendered?: JsonObject;
  price: { billable: boolean; category: string; type: string } | null;
}

export interface ClockSetting {
  mode: 'real' | 'manual';
  speed: number;
}

export interface Meter {
  service_messages: number;
  free_left: number;
  templates: number;
  billable: number;
}

export interface Delivery {
  id: string;
  at: string;
  attempts: { at: string; status: number | null; error: string | null }[];
  state: 'pending' | 'delivered' | 'dropped';
  field: string;
  summary: string;
  body: JsonObject;
}

export interface Call {
  id: string;
  at: string;
  method: string;
  path: string;
  request: JsonObject | null;
  status: number;
  response: Json;
}

export interface Chaos {
  duplicate_percent: number;
  reorder_percent: number;
  delay_ms_max: number;
  drop_percent: number;
  batch_max: number;
  status_before_reply: boolean;
  graph_5xx_percent: number;
  graph_html_5xx: boolean;
  timeout_after_accept_percent: number;
  connection_reset_percent: number;
  token_expired: boolean;
  throttle: { '131056': number; '130429': number; '131000': number };
  window_mode: 'sync' | 'async';
  unknown_field_percent: number;
  unknown_type_percent: number;
  bad_signature_percent: number;
  truncated_percent: number;
  big_body: boolean;
  webhook_down: boolean;
  media_fail_percent: number;
  pace: { sent_ms: number; delivered_ms: number; read_ms: number | null };
}

export const template_statuses = ['PENDING', 'APPROVED', 'PAUSED', 'REJECTED', 'DISABLED'] as const;
export type TemplateStatus = (typeof template_statuses)[number];

export interface Template {
  id: string;
  waba_id: string;
  name: string;
  language: string;
  category: string;
  status: TemplateStatus;
}

export interface EmulatorState {
  now: string;
  clock: ClockSetting;
  numbers: BusinessNumber[];
  phones: Phone[];
  chaos: Partial<Chaos>;
  meter: Meter;
}

export type LiveEvent =
  | { kind: 'message'; wa_id: string; phone_number_id: string; message: Message }
  | {
      kind: 'status';
      wa_id: string;
      phone_number_id: string;
      id: string;
      status: DeliveryStatus;
      error: MessageError | null;
    }
  | { kind: 'typing'; wa_id: string; phone_number_id: string }
  | { kind: 'phone'; phone: Phone }
  | { kind: 'clock'; now: string; clock: ClockSetting }
  | { kind: 'delivery'; delivery: Delivery }
  | { kind: 'call'; call: Call }
  | { kind: 'chaos'; chaos: Partial<Chaos> };
