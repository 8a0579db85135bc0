// The sheet a list message opens: its sections and rows, each row one answer.

import type { ListMenu as Menu } from '../../model/bubble';
import type { JsonObject, Message } from '../../model/wire';
import { Sheet } from '../sheet/sheet';
import './list_menu.css';

interface Props {
  message: Message;
  menu: Menu;
  onClose: () => void;
  onSend: (message: JsonObject) => void;
}

export function ListMenu({ message, menu, onClose, onSend }: Props) {
  return (
    <Sheet title={menu.button} onClose={onClose}>
      {menu.sections.map((section, index) => (
        <section class="list-section" key={`${index}-${section.title}`}>
          {section.title !== '' && <h3>{section.title}</h3>}
          <ul class="choices">
            {section.rows.map(({ id, title, description }) => (
              <li key={id}>
                <button
                  type="button"
                  class="choice"
                  onClick={() =>
                    onSend({
                      type: 'list_reply',
                      context: message.id,
                      id,
                      title,
                      ...(description === '' ? {} : { description }),
                    })
                  }
                >
                  <span class="choice-title">{title}</span>
                  {description !== '' && <span class="choice-more">{description}</span>}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Sheet>
  );
}
