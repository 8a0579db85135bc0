// A message as the phone draws it. The emulator hands over Cloud API objects, either whole
// ({type, text: {…}}) or only the part named by the type; both are read here and nowhere else.

import type { Json, JsonObject, Message } from './wire';

export interface ReplyButton {
  id: string;
  title: string;
  sent_as: 'button_reply' | 'template_button';
}

export interface ListRow {
  id: string;
  title: string;
  description: string;
}

export interface ListMenu {
  button: string;
  sections: { title: string; rows: ListRow[] }[];
}

export type MediaKind = 'image' | 'sticker' | 'video' | 'audio' | 'document';

export interface Media {
  kind: MediaKind;
  url: string | null;
  name: string;
}

export interface Bubble {
  header: string;
  text: string;
  footer: string;
  media: Media | null;
  place: { name: string; address: string; latitude: number; longitude: number } | null;
  people: { name: string; phones: string[] }[];
  buttons: ReplyButton[];
  menu: ListMenu | null;
  // The button that opens a form (a Flow).
  form: string | null;
  links: { label: string; url: string }[];
  // What the person did, when the message is a tap: drawn as a small note above the text.
  tapped: 'button' | 'list' | 'form' | null;
  // A type this page has no picture for: shown by name.
  unknown_type: string | null;
}

const media_kinds = new Set<string>(['image', 'sticker', 'video', 'audio', 'voice', 'document']);

const blank: Bubble = {
  header: '',
  text: '',
  footer: '',
  media: null,
  place: null,
  people: [],
  buttons: [],
  menu: null,
  form: null,
  links: [],
  tapped: null,
  unknown_type: null,
};

function object(value: Json | undefined): JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
}

function list(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.map((one) => object(one)) : [];
}

function text(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

function mediaOf(kind: string, part: JsonObject, url: string | null): Media {
  const known = (kind === 'voice' ? 'audio' : kind) as MediaKind;
  return { kind: known, url: url ?? (text(part.link) || null), name: text(part.filename) };
}

// The header of an interactive message: words, or one picture or file.
function withHeader(header: JsonObject, media_url: string | null): Partial<Bubble> {
  const kind = (text(header.type) || text(header.format)).toLowerCase();
  if (media_kinds.has(kind)) return { media: mediaOf(kind, object(header[kind]), media_url) };
  return { header: text(header.text) };
}

function replyButtons(action: JsonObject): ReplyButton[] {
  return list(action.buttons).map((one) => {
    const reply = object(one.reply);
    return { id: text(reply.id), title: text(reply.title), sent_as: 'button_reply' };
  });
}

function listMenu(action: JsonObject): ListMenu {
  const sections = list(action.sections).map((section) => ({
    title: text(section.title),
    rows: list(section.rows).map((row) => ({
      id: text(row.id),
      title: text(row.title),
      description: text(row.description),
    })),
  }));
  return { button: text(action.button), sections };
}

function outgoingInteractive(part: JsonObject, media_url: string | null): Bubble {
  const action = object(part.action);
  const bubble: Bubble = {
    ...blank,
    ...withHeader(object(part.header), media_url),
    text: text(object(part.body).text),
    footer: text(object(part.footer).text),
  };
  const parameters = object(action.parameters);
  switch (text(part.type)) {
    case 'button':
      return { ...bubble, buttons: replyButtons(action) };
    case 'list':
      return { ...bubble, menu: listMenu(action) };
    case 'flow':
      return { ...bubble, form: text(parameters.flow_cta) };
    case 'cta_url':
      return {
        ...bubble,
        links: [{ label: text(parameters.display_text), url: text(parameters.url) }],
      };
    default:
      return { ...bubble, unknown_type: text(part.type) };
  }
}

function incomingInteractive(part: JsonObject): Bubble {
  const button = object(part.button_reply);
  const row = object(part.list_reply);
  switch (text(part.type)) {
    case 'button_reply':
      return { ...blank, text: text(button.title), tapped: 'button' };
    case 'list_reply':
      return { ...blank, text: text(row.title), footer: text(row.description), tapped: 'list' };
    case 'nfm_reply':
      return { ...blank, text: text(object(part.nfm_reply).body), tapped: 'form' };
    default:
      return { ...blank, unknown_type: text(part.type) };
  }
}

function templateButtons(rendered: JsonObject): Pick<Bubble, 'buttons' | 'links'> {
  const buttons = list(rendered.buttons);
  const is_link = (one: JsonObject) => text(one.url) !== '';
  return {
    buttons: buttons
      .filter((one) => !is_link(one))
      .map((one) => ({
        id: text(one.payload) || text(one.text),
        title: text(one.text),
        sent_as: 'template_button',
      })),
    links: buttons.filter(is_link).map((one) => ({ label: text(one.text), url: text(one.url) })),
  };
}

// The picture or file in a template's head stands in its parameters, not in the rendered words.
function templateMedia(part: JsonObject, media_url: string | null): Media | null {
  const head = list(part.components).find((one) => text(one.type).toLowerCase() === 'header');
  return withHeader(list(head?.parameters)[0] ?? {}, media_url).media ?? null;
}

function template(message: Message, part: JsonObject): Bubble {
  const rendered = message.rendered ?? {};
  if (Object.keys(rendered).length === 0) return { ...blank, unknown_type: text(part.name) };
  return {
    ...blank,
    ...templateButtons(rendered),
    header: text(rendered.header),
    media: templateMedia(part, message.media_url),
    text: text(rendered.body),
    footer: text(rendered.footer),
  };
}

function contactCards(part: Json | undefined): Bubble['people'] {
  return list(part).map((card) => ({
    name: text(object(card.name).formatted_name),
    phones: list(card.phones).map((one) => text(one.phone)),
  }));
}

export function bubbleOf(message: Message): Bubble {
  const { type, body, media_url } = message;
  const part = object(body[type] === undefined ? body : body[type]);
  if (media_kinds.has(type)) {
    return { ...blank, media: mediaOf(type, part, media_url), text: text(part.caption) };
  }
  switch (type) {
    case 'text':
      return { ...blank, text: text(part.body) };
    case 'interactive':
      return message.direction === 'out'
        ? outgoingInteractive(part, media_url)
        : incomingInteractive(part);
    case 'button':
      return { ...blank, text: text(part.text), tapped: 'button' };
    case 'template':
      return template(message, part);
    case 'location': {
      const [latitude, longitude] = [Number(part.latitude), Number(part.longitude)];
      return {
        ...blank,
        place: { name: text(part.name), address: text(part.address), latitude, longitude },
      };
    }
    case 'contacts':
      return { ...blank, people: contactCards(body.contacts ?? (body as Json)) };
    default:
      return { ...blank, unknown_type: type };
  }
}

// What an old or text-only client leaves of it: words and links as text, no widgets, no pictures.
export function textOnly(bubble: Bubble): Bubble {
  const links = bubble.links.map((link) => `${link.label}: ${link.url}`);
  const words = [bubble.text, ...links].filter((line) => line !== '').join('\n');
  const media = bubble.media && { ...bubble.media, url: null };
  return { ...bubble, media, text: words, links: [], buttons: [], menu: null, form: null };
}

export type Reactions = Record<string, { in?: string; out?: string }>;

// Reactions are no bubbles: each hangs on the message it points to; an empty one takes it away.
export function reactionsOf(messages: Message[]): Reactions {
  const reactions: Reactions = {};
  for (const message of messages) {
    if (message.type !== 'reaction' || message.status === 'failed') continue;
    const part = object(message.body.reaction ?? message.body);
    const target = text(part.message_id);
    reactions[target] = { ...reactions[target], [message.direction]: text(part.emoji) };
  }
  return reactions;
}

// One line for a quotation or a list of messages.
export function summaryOf(message: Message): string {
  const bubble = bubbleOf(message);
  const first = bubble.text || bubble.header || bubble.place?.name || bubble.people[0]?.name || '';
  return first.replace(/\s+/g, ' ').slice(0, 120);
}
