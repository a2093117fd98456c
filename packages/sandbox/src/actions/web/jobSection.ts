import { html, joinHtml, SafeHtml } from '../../github';
import { JobRun, StepRun } from '../types';
import { duration, statusBadge } from './statusOf';

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
  return html`<section class="box" id="job-${job.id}">
    <h2>${statusBadge(job)} ${job.name}</h2>
    <p class="muted">
      ${job.runner
        ? html`on runner ${job.runner.name}`
        : html`${waitingText(job)}`}
      ${duration(job.startedAt, job.completedAt)}
      ${job.startedAt ? html`<a href="${rawUrl}">Raw log</a>` : undefined}
    </p>
    ${joinHtml(
      job.annotations.map(
        ({ level, message }) => html`<p class="notice ${level}">${message}</p>`,
      ),
    )}
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
    ${statusBadge(step)} ${step.name}
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
