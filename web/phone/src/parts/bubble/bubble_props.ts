// What a bubble and its parts are given.

import type { ListMenu } from '../../model/bubble';
import type { JsonObject, Message } from '../../model/wire';

export interface BubbleProps {
  message: Message;
  quoted: string | null;
  reactions: string[];
  text_only: boolean;
  on_its_way: boolean;
  onSend: (message: JsonObject) => void;
  onOpenList: (message: Message, menu: ListMenu) => void;
  onOpenForm: (message: Message, title: string) => void;
  onReply: (message: Message) => void;
}
