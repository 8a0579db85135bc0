// The sheet that a form opens: one screen at a time, as the endpoint answers. A tap on a choice may
// ask it again; an error stands above the button, and nothing that was typed is lost.

import { useEffect, useState } from 'preact/hooks';
import {
  type FormAnswer,
  type FormStep,
  missing,
  type Part,
  payload,
  type Screen,
  screenOf,
  type Values,
} from '../../model/form';
import type { JsonObject, Message } from '../../model/wire';
import { useSession, useWords } from '../session_context/session_context';
import { Sheet } from '../sheet/sheet';
import { Field } from './field';
import './form_sheet.css';

interface Props {
  wa_id: string;
  message: Message;
  title: string;
  onClose: () => void;
}

interface Shown {
  screen: Screen;
  data: JsonObject;
  definition: JsonObject;
}

export function FormSheet({ wa_id, message, title, onClose }: Props) {
  const session = useSession();
  const words = useWords();
  const [shown, setShown] = useState<Shown | null>(null);
  const [before, setBefore] = useState<Shown[]>([]);
  const [values, setValues] = useState<Values>({});
  const [trouble, setTrouble] = useState('');
  const [waiting, setWaiting] = useState(true);
  const [over, setOver] = useState(false);

  const show = (answer: FormAnswer) => {
    if (answer.closed) return onClose();
    if (answer.status === 427) {
      setOver(true);
      return setTrouble(answer.error_msg ?? words('form_closed'));
    }
    const definition = answer.definition ?? shown?.definition ?? {};
    const data = answer.data ?? {};
    const screen = screenOf(definition, answer.screen ?? '', data);
    if (answer.status !== 200 || !screen) {
      return setTrouble(words('form_failed', { status: answer.status }));
    }
    if (shown && shown.screen.id !== screen.id) setBefore([...before, shown]);
    setTrouble(screen.error);
    setShown({ screen, data, definition });
  };
  const send = async (step: Omit<FormStep, 'message'>) => {
    setWaiting(true);
    setTrouble('');
    try {
      show(await session.fillForm(wa_id, { message: message.id, ...step }));
    } catch (error) {
      setTrouble(String(error));
    }
    setWaiting(false);
  };
  useEffect(() => void send({ action: 'INIT' }), []);

  const exchange = (said: JsonObject, filled: Values) => {
    if (!shown) return;
    const data = payload(said, shown.data, filled);
    void send({ action: 'data_exchange', screen: shown.screen.id, data });
  };
  const change = (part: Part, value: string) => {
    const filled = { ...values, [part.name]: value };
    setValues(filled);
    setTrouble('');
    if (part.on_select && value !== '') exchange(part.on_select, filled);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    const footer = shown?.screen.parts.find((part) => part.type === 'Footer');
    if (!shown || !footer?.on_click || waiting) return;
    const fields = missing(shown.screen, values);
    if (fields.length > 0) return setTrouble(words('form_missing', { fields: fields.join(', ') }));
    exchange(footer.on_click, values);
  };
  const back = () => {
    const last = before[before.length - 1];
    if (!last) return;
    setBefore(before.slice(0, -1));
    setTrouble('');
    setShown(last);
  };

  return (
    <Sheet title={shown?.screen.title ?? title} onClose={onClose}>
      <form class="form-sheet" onSubmit={submit} noValidate aria-busy={waiting}>
        {!over &&
          shown?.screen.parts.map((part, index) => (
            <Field
              key={`${shown.screen.id}-${part.name || index}`}
              part={part}
              value={values[part.name] ?? ''}
              waiting={waiting}
              onChange={(value) => change(part, value)}
              onBack={before.length > 0 ? back : null}
              trouble={part.type === 'Footer' ? trouble : ''}
            />
          ))}
        {(over || !shown) && trouble !== '' && (
          <p class="form-trouble" role="alert">
            {trouble}
          </p>
        )}
        {waiting && <p class="form-waiting">{words('form_loading')}</p>}
      </form>
    </Sheet>
  );
}
