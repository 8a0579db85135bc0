// One component of a form's screen: words, a field, or the button at its foot.

import { useId } from 'preact/hooks';
import type { Part } from '../../model/form';
import { useWords } from '../session_context/session_context';

interface Props {
  part: Part;
  value: string;
  waiting: boolean;
  trouble: string;
  onChange: (value: string) => void;
  onBack: (() => void) | null;
}

function Choose({ part, value, onChange }: Props) {
  const words = useWords();
  const id = useId();
  return (
    <div class="form-field">
      <label for={id}>{part.text}</label>
      <select
        id={id}
        value={value}
        disabled={!part.enabled}
        required={part.required}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{words('form_choose')}</option>
        {part.choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.description === '' ? choice.title : `${choice.title} – ${choice.description}`}
          </option>
        ))}
      </select>
    </div>
  );
}

function Radio({ part, value, onChange }: Props) {
  const name = useId();
  return (
    <fieldset class="form-field form-radios">
      <legend>{part.text}</legend>
      {part.choices.map((choice) => (
        <label key={choice.id}>
          <input
            type="radio"
            name={name}
            value={choice.id}
            checked={value === choice.id}
            onChange={() => onChange(choice.id)}
          />
          {choice.title}
        </label>
      ))}
    </fieldset>
  );
}

function Input({ part, value, onChange }: Props) {
  const id = useId();
  const common = {
    id,
    value,
    autocomplete: 'off' as const,
    required: part.required,
    onInput: (event: { currentTarget: HTMLInputElement }) => onChange(event.currentTarget.value),
    ...(part.helper === '' ? {} : { 'aria-describedby': `${id}-help` }),
  };
  return (
    <div class="form-field">
      <label for={id}>{part.text}</label>
      {part.type === 'DatePicker' ? (
        <input {...common} type="date" min={part.min} max={part.max} />
      ) : (
        <input {...common} type="text" maxLength={part.max_chars} />
      )}
      {part.helper !== '' && (
        <p class="form-help" id={`${id}-help`}>
          {part.helper}
        </p>
      )}
    </div>
  );
}

function Foot({ part, waiting, trouble, onBack }: Props) {
  const words = useWords();
  return (
    <div class="form-foot">
      {trouble !== '' && (
        <p class="form-trouble" role="alert">
          {trouble}
        </p>
      )}
      <button type="submit" class="form-next" disabled={waiting}>
        {part.text}
      </button>
      {onBack && (
        <button type="button" class="form-back" disabled={waiting} onClick={onBack}>
          {words('form_back')}
        </button>
      )}
    </div>
  );
}

export function Field(props: Props) {
  const { part, value, onChange } = props;
  switch (part.type) {
    case 'TextHeading':
      return <h3 class="form-heading">{part.text}</h3>;
    case 'TextSubheading':
      return <h4 class="form-subheading">{part.text}</h4>;
    case 'TextBody':
      return <p class="form-text">{part.text}</p>;
    case 'TextCaption':
      return <p class="form-help">{part.text}</p>;
    case 'Dropdown':
      return <Choose {...props} />;
    case 'RadioButtonsGroup':
      return <Radio {...props} />;
    case 'TextInput':
    case 'DatePicker':
      return <Input {...props} />;
    case 'OptIn':
      return (
        <label class="form-agree">
          <input
            type="checkbox"
            checked={value === 'true'}
            onChange={(event) => onChange(event.currentTarget.checked ? 'true' : '')}
          />
          {part.text}
        </label>
      );
    case 'Footer':
      return <Foot {...props} />;
    default:
      return null;
  }
}
