// What can be sent besides words, one tap each.

import { type AttachmentKind, attachment, attachment_kinds } from '../../model/samples';
import type { JsonObject } from '../../model/wire';
import { Icon, type IconName } from '../icon/icon';
import { useWords } from '../session_context/session_context';
import { Sheet } from '../sheet/sheet';
import './attachments.css';
import { drawCard, drawSticker } from './pictures';

const icons: Record<AttachmentKind, IconName> = {
  image: 'image',
  voice: 'voice',
  sticker: 'sticker',
  document: 'file',
  location: 'pin',
  contacts: 'person',
  unsupported: 'unknown',
};

function picture(kind: AttachmentKind): string {
  if (kind === 'image') return drawCard();
  return kind === 'sticker' ? drawSticker() : '';
}

interface Props {
  person: string;
  onClose: () => void;
  onSend: (message: JsonObject) => void;
}

export function Attachments({ person, onClose, onSend }: Props) {
  const words = useWords();
  return (
    <Sheet title={words('attach')} onClose={onClose}>
      <ul class="attachments">
        {attachment_kinds.map((kind) => (
          <li key={kind}>
            <button type="button" onClick={() => onSend(attachment(kind, person, picture(kind)))}>
              <Icon name={icons[kind]} />
              {words(`attach_${kind}`)}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
