import { html, joinHtml, SafeHtml } from '../../github';
import { WorkflowRun } from '../types';
import { runTexts } from './runTexts';
import { statusLabel } from './statusLabel';

/** The newest runs of a repository. */
export function runList(runs: WorkflowRun[]): SafeHtml {
  if (runs.length === 0) {
    return html`<h1>Actions</h1>
      <p>
        No workflow has run yet. Workflows are files in
        <code>.github/workflows</code>.
      </p>`;
  }
  const rows = runs.map(
    run => html`<li>
      <span>
        ${statusLabel(run)}
        <a href="/${run.repository}/actions/runs/${run.id}"
          ><strong>${run.displayTitle || run.name}</strong></a
        ><br />
        <span class="muted">${runTexts(run).event} on ${run.headBranch}</span>
      </span>
      <span class="muted">${runTexts(run).time}</span>
    </li>`,
  );
  return html`<h1>Actions</h1>
    <div class="panel">
      <ul class="rows">
        ${joinHtml(rows)}
      </ul>
    </div>`;
}
