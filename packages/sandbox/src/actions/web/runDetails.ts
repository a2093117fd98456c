import MarkdownIt from 'markdown-it';
import { html, joinHtml, SafeHtml } from '../../github';
import { RunStore } from '../runs/RunStore';
import { WorkflowRun } from '../types';
import { jobSection } from './jobSection';
import { runTexts } from './runTexts';
import { statusLabel } from './statusLabel';

/** A run with its jobs, their logs and summaries. */
export function runDetails(
  store: RunStore,
  run: WorkflowRun,
  actions: SafeHtml | undefined,
): SafeHtml {
  const jobs = run.jobs.map(job =>
    jobSection({
      job,
      log: store.readLog(job.id),
      rawUrl: `/${run.repository}/actions/jobs/${job.id}/log`,
    }),
  );
  const { sha } = run.event;
  return html`<h1>${statusLabel(run)} ${run.displayTitle || run.name}</h1>
    <p class="muted">
      ${runTexts(run).event}, commit
      <a href="/${run.repository}/commit/${sha}">${sha.slice(0, 7)}</a> on
      ${run.headBranch}, attempt ${run.attempt}. ${runTexts(run).time}
    </p>
    ${actions} ${run.message ? html`<pre>${run.message}</pre>` : undefined}
    ${joinHtml(jobs)} ${summaries(store, run)}`;
}

function summaries(store: RunStore, run: WorkflowRun): SafeHtml {
  const markdown = new MarkdownIt({ html: false, linkify: true });
  return joinHtml(
    run.jobs.flatMap(job => {
      const text = store.readSummary(job.id);
      return text
        ? [
            html`<section class="panel">
              <div class="head"><strong>${job.name} summary</strong></div>
              <div class="content markdown">
                ${{ markup: markdown.render(text) }}
              </div>
            </section>`,
          ]
        : [];
    }),
  );
}
