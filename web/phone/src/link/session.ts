// One visit to the page: what is shown (signals) and what a person can do (methods). The only place
// that talks to the emulator; the parts read signals and call methods.

import { computed, signal } from '@preact/signals';
import { type FaultPath, type FaultValue, faultChange } from '../model/faults';
import type { FormAnswer, FormStep } from '../model/form';
import { nextPerson } from '../model/samples';
import { type Language, nowOf, type Zone } from '../model/time';
import type {
  DeliveryStatus,
  JsonObject,
  LiveEvent,
  Message,
  PhoneChange,
  Template,
  TemplateStatus,
} from '../model/wire';
import * as model from '../model/world';
import { type ClockOrder, Emulator, EmulatorError } from './emulator';
import { type Line, LiveStream } from './live_stream';
import { type Preferences, readPreferences, writeAddress, writePreferences } from './preferences';

export type Tool = 'clock' | 'json' | 'faults' | 'templates' | 'meter';

// A phone on the table: which person's, and which office they are talking to.
export interface OpenPhone {
  // Stays while the person changes their number.
  place: number;
  wa_id: string;
  number: string;
}

export const phones_first = 2;
export const phones_shown_max = 12;
const log_load_limit = 200;
const tick_ms = 1000;
const meter_wait_ms = 1200;

export class Session {
  readonly world = signal(model.empty_world);
  readonly line = signal<Line>('connecting');
  readonly loaded = signal(false);
  readonly table = signal<OpenPhone[]>([]);
  // On a narrow screen: which phone is in front, or the tools.
  readonly front = signal<number | 'tools'>(0);
  readonly choosing_person = signal(false);
  readonly clock_moving = signal(false);
  readonly tool = signal<Tool>('clock');
  readonly templates = signal<Template[]>([]);
  readonly picked = signal<Message | null>(null);
  readonly notice = signal<string | null>(null);
  readonly language = signal<Language>('id');
  readonly zone = signal<Zone>('WIB');
  readonly page_now_ms = signal(Date.now());
  readonly now = computed(() => nowOf(this.world.value, this.page_now_ms.value));

  private readonly stream: LiveStream;
  private logs_wanted = false;
  private meter_timer: ReturnType<typeof setTimeout> | undefined;
  private places = 0;
  private readonly read_marks = new Map<string, string>();

  constructor(
    private readonly emulator = new Emulator(),
    private readonly preferences: Preferences = readPreferences(),
  ) {
    this.language.value = preferences.language;
    this.zone.value = preferences.zone;
    this.stream = new LiveStream(
      '/_emulator/events',
      (event) => this.hear(event),
      (line) => void this.lineChanged(line),
    );
  }

  start(): void {
    this.stream.start();
    setInterval(() => {
      this.page_now_ms.value = Date.now();
    }, tick_ms);
  }

  retryNow(): void {
    this.line.value = 'connecting';
    this.stream.start();
  }

  private async lineChanged(line: Line): Promise<void> {
    if (line === 'live') {
      if (this.notice.value === 'away') this.notice.value = null;
      await this.inBackground(() => this.load());
    }
    this.line.value = line;
  }

  // Loads everything shown; also after a reconnect, for what was missed meanwhile.
  private async load(): Promise<void> {
    const state = await this.emulator.state();
    this.world.value = model.withState(this.world.value, state, Date.now());
    if (!this.loaded.value) {
      await this.layTable();
      this.loaded.value = true;
    }
    const known = new Set(this.world.value.phones.map((phone) => phone.wa_id));
    this.setTable(this.table.value.filter((one) => known.has(one.wa_id)));
    await Promise.all(this.table.value.map((one) => this.loadChat(one)));
    if (this.logs_wanted) await this.loadLogs();
  }

  private async layTable(): Promise<void> {
    const { phones, number } = this.preferences;
    const numbers = this.world.value.numbers;
    const wanted = numbers.find((one) => one.phone_number_id === number) ?? numbers[0];
    if (!wanted) return;
    if (number && wanted.phone_number_id !== number) this.notice.value = 'unknown_number';
    const shown = Math.min(phones ?? phones_first, phones_shown_max);
    const there = this.world.value.phones.slice(0, shown);
    this.table.value = there.map(({ wa_id }) => this.placed(wa_id, wanted.phone_number_id));
    if (phones !== null) await this.create(shown - there.length, wanted.phone_number_id);
  }

  private placed(wa_id: string, number: string): OpenPhone {
    this.places += 1;
    return { place: this.places, wa_id, number };
  }

  private setTable(table: OpenPhone[]): void {
    this.table.value = table;
    const front = this.front.value;
    if (front !== 'tools' && front >= table.length)
      this.front.value = Math.max(0, table.length - 1);
    if (table.length > 0) writeAddress(table[0]?.number ?? '', table.length);
  }

  // Runs what a person asked for; trouble becomes a notice, and true means it worked.
  attempt(action: () => Promise<void>): Promise<boolean> {
    this.notice.value = null;
    return this.inBackground(action);
  }

  // The same for what the page does by itself: it must not wipe a notice nobody has read yet.
  private async inBackground(action: () => Promise<void>): Promise<boolean> {
    try {
      await action();
      return true;
    } catch (error) {
      if (!(error instanceof EmulatorError)) throw error;
      this.notice.value = error.kind === 'away' ? 'away' : `refused:${error.detail}`;
      return false;
    }
  }

  private hear(event: LiveEvent): void {
    this.world.value = model.withEvent(this.world.value, event, Date.now());
    if (event.kind === 'status' || event.kind === 'message') this.refreshMeterSoon();
  }

  // The phones that lie in the emulator but not on the table.
  readonly others = computed(() => {
    const here = new Set(this.table.value.map((one) => one.wa_id));
    return this.world.value.phones.filter((phone) => !here.has(phone.wa_id));
  });

  private async loadChat(one: OpenPhone): Promise<void> {
    const messages = await this.emulator.chat(one.wa_id, one.number);
    const key = model.chatKey(one.wa_id, one.number);
    this.world.value = model.withChat(this.world.value, key, messages);
  }

  // People and offices -------------------------------------------------------------------------

  firstNumber(): string {
    return this.world.value.numbers[0]?.phone_number_id ?? '';
  }

  // Makes new people with a phone each, and brings the first of them to the front.
  addPhones(count: number, number = this.firstNumber()): Promise<boolean> {
    const first = this.table.value.length;
    return this.attempt(async () => {
      await this.create(count, number);
      this.front.value = first;
    });
  }

  private async create(count: number, number: string): Promise<void> {
    for (let left = count; left > 0; left -= 1) {
      const name = nextPerson(this.world.value.phones.map((phone) => phone.name));
      const phone = await this.emulator.addPhone(name);
      this.world.value = model.withPhone(this.world.value, phone);
      this.setTable([...this.table.value, this.placed(phone.wa_id, number)]);
    }
  }

  // Puts somebody's phone, made earlier or by a script, on the table and brings it to the front.
  putOnTable(wa_id: string, number: string): Promise<boolean> {
    return this.attempt(async () => {
      const one = this.placed(wa_id, number);
      this.setTable([...this.table.value, one]);
      this.front.value = this.table.value.length - 1;
      await this.loadChat(one);
    });
  }

  takeOffTable(wa_id: string): void {
    this.setTable(this.table.value.filter((one) => one.wa_id !== wa_id));
  }

  chooseOffice(wa_id: string, number: string): Promise<boolean> {
    const moved = this.table.value.map((one) => (one.wa_id === wa_id ? { ...one, number } : one));
    this.setTable(moved);
    return this.attempt(async () => {
      for (const one of moved) if (one.wa_id === wa_id) await this.loadChat(one);
    });
  }

  changePhone(wa_id: string, change: PhoneChange): Promise<boolean> {
    return this.attempt(async () => {
      const phone = await this.emulator.changePhone(wa_id, change);
      this.hear({ kind: 'phone', phone });
    });
  }

  changeNumber(wa_id: string, next: string): Promise<boolean> {
    return this.attempt(async () => {
      const phone = await this.emulator.changeNumber(wa_id, next);
      this.world.value = model.withMoved(this.world.value, wa_id, phone);
      const moved = this.table.value.map((one) =>
        one.wa_id === wa_id ? { ...one, wa_id: phone.wa_id } : one,
      );
      this.setTable(moved);
      await Promise.all(
        moved.filter((one) => one.wa_id === phone.wa_id).map((one) => this.loadChat(one)),
      );
    });
  }

  changeUserId(wa_id: string): Promise<boolean> {
    return this.attempt(async () => {
      const phone = await this.emulator.changeUserId(wa_id);
      this.hear({ kind: 'phone', phone });
    });
  }

  // Talk -----------------------------------------------------------------------------------------

  send(one: OpenPhone, message: JsonObject, times: number): Promise<boolean> {
    return this.attempt(async () => {
      const repeat: JsonObject = times > 1 ? { times } : {};
      await this.emulator.send(one.wa_id, { number: one.number, ...message, ...repeat });
    });
  }

  // Tells the emulator once for each newest delivered message that the person has seen it.
  /** One step of a form; throws what the emulator says against it. */
  fillForm(wa_id: string, step: FormStep): Promise<FormAnswer> {
    return this.emulator.fillForm(wa_id, step);
  }

  markRead(one: OpenPhone): void {
    const key = model.chatKey(one.wa_id, one.number);
    const arrived: DeliveryStatus = 'delivered';
    const chat = this.world.value.chats[key] ?? [];
    const newest = chat.findLast((each) => each.direction === 'out' && each.status === arrived);
    if (!newest || this.read_marks.get(key) === newest.id) return;
    this.read_marks.set(key, newest.id);
    void this.inBackground(() => this.emulator.markRead(one.wa_id, one.number));
  }

  pick(message: Message): void {
    this.picked.value = message;
    this.openTool('json');
  }

  // Tools ----------------------------------------------------------------------------------------

  openTool(tool: Tool): void {
    this.tool.value = tool;
    if (tool === 'json' && !this.logs_wanted) {
      this.logs_wanted = true;
      void this.inBackground(() => this.loadLogs());
    }
    if (tool === 'templates') void this.inBackground(() => this.loadTemplates());
    if (tool === 'meter') this.refreshMeterSoon();
  }

  private async loadTemplates(): Promise<void> {
    this.templates.value = await this.emulator.templates();
  }

  // What the platform's reviewers would decide; the business is told by webhook.
  setTemplate(id: string, status: TemplateStatus): Promise<boolean> {
    return this.attempt(async () => {
      await this.emulator.setTemplate(id, status);
      await this.loadTemplates();
    });
  }

  private async loadLogs(): Promise<void> {
    const [deliveries, calls] = await Promise.all([
      this.emulator.deliveries(log_load_limit),
      this.emulator.calls(log_load_limit),
    ]);
    this.world.value = model.withLogs(this.world.value, deliveries, calls);
  }

  private refreshMeterSoon(): void {
    if (this.tool.value !== 'meter') return;
    clearTimeout(this.meter_timer);
    this.meter_timer = setTimeout(() => {
      void this.inBackground(async () => {
        const { meter } = await this.emulator.state();
        this.world.value = { ...this.world.value, meter };
      });
    }, meter_wait_ms);
  }

  replay(delivery_id: string): Promise<boolean> {
    return this.attempt(() => this.emulator.replay(delivery_id));
  }

  async setClock(order: ClockOrder): Promise<boolean> {
    this.clock_moving.value = true;
    const done = await this.attempt(async () => {
      const report = await this.emulator.clock(order);
      const { mode, speed } = report.clock ?? report;
      const clock = mode && speed ? { mode, speed } : this.world.value.clock;
      this.world.value = model.withClock(this.world.value, report.now, clock, Date.now());
    });
    this.clock_moving.value = false;
    return done;
  }

  setFault(path: FaultPath, value: FaultValue): Promise<boolean> {
    return this.attempt(async () => {
      const change = faultChange(this.world.value.chaos, path, value);
      const chaos = await this.emulator.changeChaos(change);
      this.world.value = { ...this.world.value, chaos };
    });
  }

  allFaultsOff(): Promise<boolean> {
    return this.attempt(async () => {
      const chaos = await this.emulator.replaceChaos({});
      this.world.value = { ...this.world.value, chaos };
    });
  }

  emptyAll(): Promise<boolean> {
    return this.attempt(async () => {
      await this.emulator.reset();
      this.picked.value = null;
      this.read_marks.clear();
      this.setTable([]);
      this.world.value = model.withoutTalk(this.world.value);
    });
  }

  // Preferences ----------------------------------------------------------------------------------

  setLanguage(language: Language): void {
    this.language.value = language;
    document.documentElement.lang = language;
    writePreferences({ language, zone: this.zone.value });
  }

  setZone(zone: Zone): void {
    this.zone.value = zone;
    writePreferences({ language: this.language.value, zone });
  }
}
