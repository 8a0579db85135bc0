// A sheet slides over one phone (or panel): the rest of that phone is inert meanwhile, the other
// phones stay usable. Escape, the cross and a tap outside close it; focus goes back where it was.

import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from '../icon/icon';
import { useWords } from '../session_context/session_context';
import './sheet.css';

interface Props {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

export function Sheet({ title, onClose, children }: Props) {
  const words = useWords();
  const heading = useId();
  const sheet = useRef<HTMLDivElement>(null);

  // Taken while drawing: once the rest is inert, the browser has already dropped the focus.
  const before = useRef(document.activeElement);

  useEffect(() => {
    const first = sheet.current?.querySelector<HTMLElement>('[data-focus-first]');
    (first ?? sheet.current)?.focus();
    return () => {
      const opener = before.current;
      if (opener instanceof HTMLElement) setTimeout(() => opener.focus());
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };

  return (
    <div class="sheet-shade">
      <button
        type="button"
        class="sheet-outside"
        tabIndex={-1}
        aria-hidden="true"
        onClick={onClose}
      />
      <div
        class="sheet"
        role="dialog"
        aria-labelledby={heading}
        tabIndex={-1}
        ref={sheet}
        onKeyDown={onKeyDown}
      >
        <div class="sheet-head">
          <h2 id={heading}>{title}</h2>
          <button type="button" class="icon-button" onClick={onClose}>
            <Icon name="close" />
            <span class="for-readers">{words('close')}</span>
          </button>
        </div>
        <div class="sheet-body">{children}</div>
      </div>
    </div>
  );
}
