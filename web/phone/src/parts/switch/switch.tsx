// An on-off switch with its name and one line of what it does: a checkbox, drawn as a switch.

import { useId } from 'preact/hooks';
import './switch.css';

interface Props {
  label: string;
  hint?: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

export function Switch({ label, hint, on, onChange }: Props) {
  const field = useId();
  return (
    <li class="switch">
      <label for={field}>
        <span class="switch-label">{label}</span>
        {hint !== undefined && (
          <span class="hint" id={`${field}-hint`}>
            {hint}
          </span>
        )}
      </label>
      <input
        id={field}
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        aria-describedby={hint === undefined ? undefined : `${field}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </li>
  );
}
