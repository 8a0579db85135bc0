// The switches for trouble: each field sets one value of the emulator's chaos at once.

import { useId } from 'preact/hooks';
import {
  type FaultField,
  type FaultValue,
  fault_groups,
  faultsOn,
  faultValue,
} from '../../model/faults';
import { wordOr } from '../../model/wording';
import { useSession, useWords } from '../session_context/session_context';
import { Switch } from '../switch/switch';
import './faults_panel.css';

const percents = [0, 5, 10, 25, 50, 100];

interface FieldProps {
  field: FaultField;
  value: FaultValue;
  onChange: (value: FaultValue) => void;
}

function Percent({ field, value, onChange }: FieldProps) {
  const words = useWords();
  const id = useId();
  const now = typeof value === 'number' ? value : 0;
  const options = [...new Set([...percents, now])].sort((one, other) => one - other);
  return (
    <li class="fault">
      <label for={id}>{wordOr(words, `fault.${field.path}`, field.path)}</label>
      <select
        id={id}
        value={String(now)}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      >
        {options.map((one) => (
          <option key={one} value={String(one)}>
            {one === 0 ? words('never') : one === 100 ? words('always') : `${one}%`}
          </option>
        ))}
      </select>
    </li>
  );
}

function Amount({ field, value, onChange }: FieldProps) {
  const words = useWords();
  const id = useId();
  if (field.kind !== 'number') return null;
  return (
    <li class="fault">
      <label for={id}>{wordOr(words, `fault.${field.path}`, field.path)}</label>
      <span class="amount">
        <input
          id={id}
          type="number"
          min={0}
          max={field.max}
          value={typeof value === 'number' ? value : ''}
          aria-describedby={`${id}-unit`}
          onChange={(event) => {
            const amount = event.currentTarget.valueAsNumber;
            onChange(Number.isNaN(amount) ? null : Math.min(Math.max(0, amount), field.max));
          }}
        />
        <span id={`${id}-unit`}>{words(`unit_${field.unit}`)}</span>
      </span>
    </li>
  );
}

function Choice({ field, value, onChange }: FieldProps) {
  const words = useWords();
  const id = useId();
  if (field.kind !== 'choice') return null;
  return (
    <li class="fault">
      <label for={id}>{wordOr(words, `fault.${field.path}`, field.path)}</label>
      <select
        id={id}
        value={String(value ?? field.options[0])}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {field.options.map((one) => (
          <option key={one} value={one}>
            {wordOr(words, `fault.${field.path}.${one}`, one)}
          </option>
        ))}
      </select>
    </li>
  );
}

function Field(props: FieldProps) {
  const words = useWords();
  const { field, value, onChange } = props;
  switch (field.kind) {
    case 'percent':
      return <Percent {...props} />;
    case 'number':
      return <Amount {...props} />;
    case 'choice':
      return <Choice {...props} />;
    case 'switch':
      return (
        <Switch
          label={wordOr(words, `fault.${field.path}`, field.path)}
          on={value === true}
          onChange={onChange}
        />
      );
  }
}

export function FaultsPanel() {
  const session = useSession();
  const words = useWords();
  const { chaos } = session.world.value;
  const on = faultsOn(chaos).length;
  return (
    <>
      <h2>{words('faults_title')}</h2>
      <p class="hint">{words('faults_intro')}</p>
      <div class="faults-head">
        <p role="status">{words(on === 0 ? 'faults_none' : 'faults_some', { count: on })}</p>
        <button type="button" class="secondary" onClick={() => void session.allFaultsOff()}>
          {words('faults_off')}
        </button>
      </div>
      {fault_groups.map((group) => (
        <section key={group.name}>
          <h3>{wordOr(words, `fault_group.${group.name}`, group.name)}</h3>
          <ul class="faults">
            {group.fields.map((field) => (
              <Field
                key={field.path}
                field={field}
                value={faultValue(chaos, field.path)}
                onChange={(value) => void session.setFault(field.path, value)}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
