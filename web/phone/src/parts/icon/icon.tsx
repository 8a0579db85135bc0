// The page's few pictures, drawn in the colour of the text around them and hidden from readers:
// what they mean is always said in words beside them.

import './icon.css';

const paths = {
  send: 'M4 12 20 4l-5 16-4-6-7-2Zm7 2 5-6',
  attach: 'M12 5v14M5 12h14',
  more: 'M5 11.5v1M12 11.5v1M19 11.5v1',
  close: 'M6 6l12 12M18 6 6 18',
  list: 'M5 7h.01M9 7h11M5 12h.01M9 12h11M5 17h.01M9 17h11',
  reply: 'M10 6 4 12l6 6M4 12h9c4 0 7 2 7 6',
  link: 'M14 5h5v5M19 5l-9 9M10 6H6a1 1 0 0 0-1 1v11a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1v-4',
  braces:
    'M9 4c-3 0-3 2-3 4s0 4-2 4c2 0 2 2 2 4s0 4 3 4M15 4c3 0 3 2 3 4s0 4 2 4c-2 0-2 2-2 4s0 4-3 4',
  office: 'M4 20h16M6 20V9l6-4 6 4v11M10 20v-5h4v5M10 11h.01M14 11h.01',
  down: 'm6 9 6 6 6-6',
  clock: 'M12 7v5l3 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  warning: 'M12 4 3 20h18L12 4Zm0 6v5M12 17.5h.01',
  meter: 'M4 19h16M7 19v-6M12 19V6M17 19v-9',
  plus: 'M12 6v12M6 12h12',
  pin: 'M12 21c4-5 6-8 6-11a6 6 0 1 0-12 0c0 3 2 6 6 11Zm0-9a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM5 20c0-4 3-6 7-6s7 2 7 6',
  file: 'M7 3h7l4 4v14H7V3Zm7 0v4h4M10 12h5M10 16h5',
  image: 'M4 5h16v14H4V5Zm0 11 5-5 4 4 3-3 4 4M15 9h.01',
  voice: 'M12 15a3 3 0 0 0 3-3V6a3 3 0 1 0-6 0v6a3 3 0 0 0 3 3Zm-6-3a6 6 0 0 0 12 0M12 18v3',
  sticker: 'M5 5h14v9l-5 5H5V5Zm14 9h-5v5M9 10h.01M14 10h.01',
  unknown: 'M9 9a3 3 0 1 1 4 3c-1 .5-1 1-1 2M12 17.5h.01',
  tick: 'm4 12 5 5L19 7',
  ticks: 'm2 12 5 5L16 7M11 16l1 1L22 7',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
