// What a message carries beside words: a picture, sound, file, place or a person's card.

import type { Bubble, Media } from '../../model/bubble';
import { Icon, type IconName } from '../icon/icon';
import { useWords } from '../session_context/session_context';

const icons: Record<Media['kind'], IconName> = {
  image: 'image',
  sticker: 'sticker',
  video: 'image',
  audio: 'voice',
  document: 'file',
};

function Carried({ media }: { media: Media }) {
  const words = useWords();
  const name = media.name || words(`media_${media.kind}`);
  if (media.url !== null && (media.kind === 'image' || media.kind === 'sticker')) {
    return (
      <a class="bubble-picture" href={media.url} target="_blank" rel="noreferrer noopener">
        <img class={`picture-${media.kind}`} src={media.url} alt={words('picture_alt')} />
      </a>
    );
  }
  if (media.url !== null) {
    return (
      <a class="bubble-file" href={media.url} target="_blank" rel="noreferrer noopener">
        <Icon name={icons[media.kind]} />
        {name}
      </a>
    );
  }
  return (
    <p class="bubble-file">
      <Icon name={icons[media.kind]} />
      {name}
    </p>
  );
}

export function Attached({ drawing }: { drawing: Bubble }) {
  const { media, place, people } = drawing;
  return (
    <>
      {media && <Carried media={media} />}
      {place && (
        <p class="bubble-card">
          <Icon name="pin" />
          <span>
            {place.name !== '' && <strong>{place.name}</strong>}
            {place.address !== '' && <span>{place.address}</span>}
            <span class="bubble-coordinates">
              {place.latitude}, {place.longitude}
            </span>
          </span>
        </p>
      )}
      {people.map((person) => (
        <p class="bubble-card" key={person.name}>
          <Icon name="person" />
          <span>
            <strong>{person.name}</strong>
            {person.phones.map((phone) => (
              <span key={phone}>{phone}</span>
            ))}
          </span>
        </p>
      ))}
    </>
  );
}
