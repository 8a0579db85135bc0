// The message templates of the business, and what the platform's reviewers do to them.

import type { Template, TemplateStatus } from '../../model/wire';
import { template_statuses } from '../../model/wire';
import { useSession, useWords } from '../session_context/session_context';
import './templates_panel.css';

function Row({ template }: { template: Template }) {
  const session = useSession();
  const words = useWords();
  return (
    <li class="template">
      <span>
        <strong>{template.name}</strong> {template.language}
        <br />
        <small>
          {template.category} · {template.waba_id}
        </small>
      </span>
      <select
        value={template.status}
        aria-label={`${words('template_status')} ${template.name} ${template.language}`}
        onChange={(event) =>
          void session.setTemplate(template.id, event.currentTarget.value as TemplateStatus)
        }
      >
        {template_statuses.map((status) => (
          <option key={status} value={status}>
            {words(`template_${status}`)}
          </option>
        ))}
      </select>
    </li>
  );
}

export function TemplatesPanel() {
  const session = useSession();
  const words = useWords();
  const templates = session.templates.value;
  return (
    <>
      <h2>{words('templates_title')}</h2>
      <p class="hint">{words(templates.length === 0 ? 'templates_none' : 'templates_hint')}</p>
      <ul class="template-list">
        {templates.map((template) => (
          <Row key={template.id} template={template} />
        ))}
      </ul>
    </>
  );
}
