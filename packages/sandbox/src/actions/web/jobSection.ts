import { html, joinHtml, SafeHtml } from '../../github';
import { JobRun, StepRun } from '../types';
import { duration } from './duration';
import { statusLabel } from './statusLabel';

// A browser need not lay out megabytes; the whole log is one link away.
const MAX_LINES = 2000;

export interface JobSectionOptions {
  job: JobRun;
  /** The whole log. */
  log: string;
  /** Address of the log as text. */
  rawUrl: string;
}

/** One job on the page of its run: steps with their part of the log. */
export function jobSection(options: JobSectionOptions): SafeHtml {
  const { job, rawUrl } = options;
  const lines = options.log.split('\n');
  const annotations = job.annotations.map(
    ({ level, message }) =>
      html`<p><span class="label bad">${level}</span> ${message}</p>`,
  );
  return html`<section class="panel" id="job-${job.id}">
    <div class="head">
      <strong>${job.name}</strong>
      <span class="muted">
        ${job.runner ? `on ${job.runner.name}` : waitingText(job)}
        ${duration(job.startedAt, job.completedAt)}
        ${lines.length > 1 ? html`<a href="${rawUrl}">Raw log</a>` : undefined}
      </span>
      ${statusLabel(job)}
    </div>
    ${annotations.length > 0
      ? html`<div class="content">${joinHtml(annotations)}</div>`
      : undefined}
    ${joinHtml(job.steps.map(step => stepSection(step, lines)))}
  </section>`;
}

function waitingText({ status, labels }: JobRun): string {
  return status === 'queued'
    ? `Waiting for a runner to pick up this job: ${labels.join(', ')}`
    : '';
}

function stepSection(step: StepRun, lines: string[]): SafeHtml {
  const own = lines.slice(step.lines.from, step.lines.to);
  const shown = own.slice(-MAX_LINES).map(withoutTime).join('\n');
  const isOpen = step.conclusion === 'failure' || step.status === 'in_progress';
  const summary = html`<summary>
    ${statusLabel(step)} ${step.name}
    <span class="muted">${duration(step.startedAt, step.completedAt)}</span>
  </summary>`;
  const cut =
    own.length > MAX_LINES
      ? html`<p class="muted">
          The first ${own.length - MAX_LINES} lines are in the raw log.
        </p>`
      : undefined;
  return isOpen
    ? html`<details open>
        ${summary}${cut}
        <pre class="log">${shown}</pre>
      </details>`
    : html`<details>
        ${summary}${cut}
        <pre class="log">${shown}</pre>
      </details>`;
}

function withoutTime(line: string): string {
  return line.replace(/^\S+Z /, '');
}
