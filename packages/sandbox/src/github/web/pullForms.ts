import { Account, PullRequest, Repository, SafeHtml } from '../types';
import { html } from './html';

export interface PullFormsOptions {
  repository: Repository;
  pull: PullRequest;
  viewer: Account | undefined;
  isWriter: boolean;
  isMergeable: boolean;
}

/** Review, merge and close, for whom it is theirs to do. */
export function pullForms(options: PullFormsOptions): SafeHtml {
  const { repository, pull, viewer, isWriter, isMergeable } = options;
  const self = `/${repository.fullName}/pull/${pull.number}`;
  if (!viewer) {
    return html`<p>
      <a class="button" href="/login?return_to=${encodeURIComponent(self)}"
        >Sign in to review or merge</a
      >
    </p>`;
  }
  const { allow_merge_commit, allow_squash_merge, allow_rebase_merge } =
    repository.settings;
  const methods = [
    allow_merge_commit && ['merge', 'with a merge commit'],
    allow_squash_merge && ['squash', 'squashed into one commit'],
    allow_rebase_merge && ['rebase', 'rebased'],
  ].filter(method => method !== false);
  return html`${viewer.login === pull.author
    ? html`<p class="muted">Somebody else has to review what you propose.</p>`
    : html`<form method="post" action="${self}/review">
        <label
          >Comment
          <textarea name="body" rows="2"></textarea>
        </label>
        <div class="actions">
          <button type="submit" name="event" value="approve">Approve</button>
          <button type="submit" name="event" value="request">
            Request changes
          </button>
        </div>
      </form>`}
  ${isWriter
    ? html`<form method="post" action="${self}/merge" class="actions">
          <input type="hidden" name="sha" value="${pull.headSha}" />
          <label
            >Merge
            <select name="method">
              ${methods.map(
                ([value, text]) =>
                  html`<option value="${value}">${text}</option>`,
              )}
            </select>
          </label>
          ${isMergeable
            ? html`<button class="primary" type="submit">
                Merge pull request
              </button>`
            : html`<button class="primary" type="submit" disabled>
                Merge pull request
              </button>`}
        </form>
        <form method="post" action="${self}/close">
          <button type="submit">Close without merging</button>
        </form>`
    : undefined}`;
}
