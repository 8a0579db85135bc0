// The emulator's clock: what time it is for everybody, and how to move it on.

import { useId, useState } from 'preact/hooks';
import {
  dayInWords,
  fromLocalField,
  localField,
  secondsOfDay,
  timeOfDay,
  tomorrowAt,
  type Zone,
  zones,
} from '../../model/time';
import type { Word } from '../../model/wording';
import { useSession, useWords } from '../session_context/session_context';
import './clock_panel.css';

const minute_ms = 60_000;
const steps: { word: Word; ms: number }[] = [
  { word: 'plus_10_minutes', ms: 10 * minute_ms },
  { word: 'plus_1_hour', ms: 60 * minute_ms },
  { word: 'plus_1_day', ms: 24 * 60 * minute_ms },
];
const reminder_hour = 16;
const speeds = [1, 10, 60, 600];

function Face() {
  const session = useSession();
  const words = useWords();
  const zone = session.zone.value;
  const language = session.language.value;
  const now = session.now.value;
  const runs = session.world.value.clock.mode === 'real';
  const state = session.clock_moving.value ? 'clock_moves' : runs ? 'clock_runs' : 'clock_stands';
  return (
    <div class="clock-face">
      <p class="clock-time">
        {timeOfDay(now, zone, language)}
        <span class="clock-seconds">{secondsOfDay(now, zone)}</span>
        <span class="clock-zone">{zone}</span>
      </p>
      <p class="clock-day">{dayInWords(now, zone, language)}</p>
      <p class="hint" role="status">
        {words(state)}
      </p>
    </div>
  );
}

function SetTo() {
  const session = useSession();
  const words = useWords();
  const field = useId();
  const zone = session.zone.value;
  const [value, setValue] = useState(() => localField(session.now.peek(), zone));
  const onSubmit = (event: Event) => {
    event.preventDefault();
    const to = fromLocalField(value, zone);
    if (to) void session.setClock({ to: to.toISOString() });
  };
  return (
    <form class="saved-field" onSubmit={onSubmit}>
      <label for={field}>{words('clock_set_to', { zone })}</label>
      <div>
        <input
          id={field}
          type="datetime-local"
          value={value}
          onInput={(event) => setValue(event.currentTarget.value)}
        />
        <button type="submit" class="secondary">
          {words('set')}
        </button>
      </div>
    </form>
  );
}

function Running() {
  const session = useSession();
  const words = useWords();
  const speed_field = useId();
  const { mode, speed } = session.world.value.clock;
  return (
    <>
      <fieldset class="segments">
        <legend>{words('clock_mode')}</legend>
        {(['real', 'manual'] as const).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="clock-mode"
              checked={mode === one}
              onChange={() => void session.setClock({ mode: one, speed })}
            />
            <span>{words(`clock_${one}`)}</span>
          </label>
        ))}
      </fieldset>
      <div class="pair">
        <label for={speed_field}>{words('clock_speed')}</label>
        <select
          id={speed_field}
          value={String(speed)}
          disabled={mode === 'manual'}
          onChange={(event) =>
            void session.setClock({ mode, speed: Number(event.currentTarget.value) })
          }
        >
          {[...new Set([...speeds, speed])].map((one) => (
            <option key={one} value={String(one)}>
              {one}×
            </option>
          ))}
        </select>
      </div>
    </>
  );
}

function ZoneChoice() {
  const session = useSession();
  const words = useWords();
  const field = useId();
  return (
    <div class="pair">
      <label for={field}>{words('zone')}</label>
      <select
        id={field}
        value={session.zone.value}
        onChange={(event) => session.setZone(event.currentTarget.value as Zone)}
      >
        {Object.entries(zones).map(([zone, { city }]) => (
          <option key={zone} value={zone}>
            {zone} · {city}
          </option>
        ))}
      </select>
    </div>
  );
}

export function ClockPanel() {
  const session = useSession();
  const words = useWords();
  const reminder = () =>
    tomorrowAt(reminder_hour, session.now.peek(), session.zone.peek()).toISOString();
  return (
    <>
      <h2 class="for-readers">{words('tool_clock')}</h2>
      <Face />
      <p>{words('clock_intro')}</p>
      <div class="clock-steps">
        {steps.map(({ word, ms }) => (
          <button
            type="button"
            class="secondary"
            disabled={session.clock_moving.value}
            key={word}
            onClick={() => void session.setClock({ advance_ms: ms })}
          >
            {words(word)}
          </button>
        ))}
        <button
          type="button"
          class="secondary"
          disabled={session.clock_moving.value}
          onClick={() => void session.setClock({ to: reminder() })}
        >
          {words('tomorrow_16')}
        </button>
      </div>
      <SetTo key={`${session.zone.value}-${session.loaded.value}`} />
      <Running />
      <ZoneChoice />
    </>
  );
}
