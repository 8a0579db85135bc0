// A form (a Flow) as the phone draws it: the definition's components with what the endpoint filled
// in, and what a tap on them sends. The rules of the form are the endpoint's; none are here.

import type { Json, JsonObject } from './wire';

export interface FormStep {
  message: string;
  action: 'INIT' | 'data_exchange' | 'BACK';
  screen?: string;
  data?: JsonObject;
}

export interface FormAnswer {
  status: number;
  screen?: string;
  data?: JsonObject;
  error_msg?: string;
  error?: string;
  closed: boolean;
  definition?: JsonObject;
}

export interface Choice {
  id: string;
  title: string;
  description: string;
}

export interface Part {
  type: string;
  name: string;
  text: string; // of a text, or the label of a field
  helper: string;
  required: boolean;
  enabled: boolean;
  choices: Choice[];
  min: string;
  max: string;
  max_chars: number;
  on_select: JsonObject | null; // the payload of its action
  on_click: JsonObject | null;
}

export interface Screen {
  id: string;
  title: string;
  error: string;
  parts: Part[];
}

export type Values = Record<string, string>;

const max_chars_default = 80;
const binding = /^\$\{(data|form)\.(\w+)\}$/;

function object(value: Json | undefined): JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
}

function list(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

// What stands there, or what "${data.x}" and "${form.x}" stand for.
function resolved(value: Json | undefined, data: JsonObject, form: Values): Json | undefined {
  if (typeof value !== 'string') return value;
  const found = binding.exec(value);
  if (!found) return value;
  const name = found[2] ?? '';
  return found[1] === 'data' ? data[name] : (form[name] ?? '');
}

function choicesOf(value: Json | undefined): Choice[] {
  return list(value).map((one) => {
    const { id, title, description } = object(one);
    return {
      id: String(id ?? ''),
      title: String(title ?? ''),
      description: String(description ?? ''),
    };
  });
}

function payloadOf(action: Json | undefined): JsonObject | null {
  const { name, payload } = object(action);
  return name === 'data_exchange' ? object(payload) : null;
}

function partOf(component: JsonObject, data: JsonObject): Part {
  const read = (key: string) => resolved(component[key], data, {});
  const words = (key: string) => String(read(key) ?? '');
  return {
    type: String(component.type),
    name: String(component.name ?? ''),
    text: words('text') || words('label'),
    helper: words('helper-text'),
    required: read('required') === true,
    enabled: read('enabled') !== false,
    choices: choicesOf(read('data-source')),
    min: words('min-date'),
    max: words('max-date'),
    max_chars: Number(component['max-chars'] ?? max_chars_default),
    on_select: payloadOf(component['on-select-action']),
    on_click: payloadOf(component['on-click-action']),
  };
}

export function screenOf(definition: JsonObject, id: string, data: JsonObject): Screen | null {
  const found = list(definition.screens)
    .map(object)
    .find((one) => one.id === id);
  if (!found) return null;
  const shown = list(object(found.layout).children)
    .map(object)
    .filter((one) => resolved(one.visible, data, {}) !== false);
  return {
    id,
    title: String(found.title ?? ''),
    error: String(data.error_message ?? ''),
    parts: shown.map((one) => partOf(one, data)),
  };
}

/** The labels of the fields that must be filled in and are not. */
export function missing(screen: Screen, values: Values): string[] {
  return screen.parts
    .filter((part) => part.required && part.name !== '' && !values[part.name])
    .map((part) => part.text);
}

/** What an action sends: its payload with the data and the fields put in. */
export function payload(said: JsonObject, data: JsonObject, values: Values): JsonObject {
  return Object.fromEntries(
    Object.entries(said).map(([key, value]) => [key, resolved(value, data, values) ?? null]),
  );
}
