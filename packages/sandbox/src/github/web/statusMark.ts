import { Services } from '../Services';
import { Repository, SafeHtml } from '../types';
import { html } from './html';

/** What checks and statuses say of a commit, in one word. */
export function statusMark(
  services: Services,
  repository: Repository,
  sha: string,
): SafeHtml | undefined {
  const runs = services.statuses.checkRuns(repository, sha);
  const latest = new Map(
    services.statuses
      .list(repository, sha)
      .reverse()
      .map(status => [status.context, status.state]),
  );
  const words = [
    ...latest.values(),
    ...runs.map(run => run.conclusion ?? 'pending'),
  ];
  if (words.length === 0) {
    return undefined;
  }
  if (words.some(word => /failure|error|timed_out/.test(word))) {
    return html`<span class="label bad">failed</span>`;
  }
  return words.includes('pending')
    ? html`<span class="label">running</span>`
    : html`<span class="label good">passed</span>`;
}
