import { GitHub, JsonObject, PushEvent } from '../../github';

const NONE = /^0+$/;

/** A push as webhooks and `github.event` carry it. */
export function pushPayload(github: GitHub, event: PushEvent): JsonObject {
  const { repository, ref, before, after, pusher } = event;
  const commits = event.commits.map(commit => ({
    id: commit.id,
    tree_id: commit.treeId,
    distinct: true,
    message: commit.message,
    timestamp: commit.timestamp,
    url: `${github.url}/${repository.fullName}/commit/${commit.id}`,
    author: commit.author,
    committer: commit.committer,
    added: commit.added,
    removed: commit.removed,
    modified: commit.modified,
  }));
  return {
    ref,
    before,
    after,
    created: NONE.test(before),
    deleted: NONE.test(after),
    forced: event.forced,
    base_ref: null,
    compare: `${github.url}/${repository.fullName}/compare/${before}...${after}`,
    commits,
    head_commit: commits[commits.length - 1] ?? null,
    pusher: { name: pusher.login, email: pusher.email },
    repository: github.repositoryJson(repository),
    sender: github.accountJson(pusher),
  };
}
