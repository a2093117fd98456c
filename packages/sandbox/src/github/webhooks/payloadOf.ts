import { NO_COMMIT } from '../git/GitRepository';
import { pullJson } from '../render/pullJson';
import { Services } from '../Services';
import {
  CommitSummary,
  GitHubEventMap,
  JsonObject,
  PushEvent,
  Repository,
} from '../types';

/** What a webhook says of an event, without repository, organisation and sender. */
export function payloadOf(
  services: Services,
  happened: GitHubEventMap[keyof GitHubEventMap],
): JsonObject {
  if ('pusher' in happened) {
    return pushPayload(services, happened);
  }
  if ('eventType' in happened) {
    return {
      action: happened.eventType,
      branch: happened.repository.defaultBranch,
      client_payload: happened.clientPayload,
    };
  }
  if ('pull' in happened) {
    return {
      action: happened.action,
      number: happened.pull.number,
      pull_request: {
        ...pullJson(services, happened.repository, happened.pull),
        merged: happened.pull.merged !== undefined,
      },
    };
  }
  const payload = 'payload' in happened ? happened.payload : {};
  return { action: happened.action, ...payload };
}

function pushPayload(services: Services, push: PushEvent): JsonObject {
  const { repository, before, after, ref, pusher } = push;
  const html = `${services.url}/${repository.fullName}`;
  const commits = push.commits.map(commit =>
    commitPayload(services, repository, commit),
  );
  return {
    ref,
    before,
    after,
    base_ref: null,
    created: before === NO_COMMIT,
    deleted: after === NO_COMMIT,
    forced: push.forced,
    compare: `${html}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
    commits,
    head_commit: commits.at(-1) ?? null,
    pusher: { name: pusher.login, email: pusher.email },
  };
}

function commitPayload(
  services: Services,
  repository: Repository,
  commit: CommitSummary,
): JsonObject {
  const person = (who: { name: string; email: string }) => {
    const account = services.accounts
      .list()
      .find(other => other.email !== '' && other.email === who.email);
    return {
      name: who.name,
      email: who.email,
      ...(account && { username: account.login }),
    };
  };
  return {
    id: commit.id,
    tree_id: commit.treeId,
    distinct: true,
    message: commit.message,
    timestamp: commit.timestamp,
    url: `${services.url}/${repository.fullName}/commit/${commit.id}`,
    author: person(commit.author),
    committer: person(commit.committer),
    added: commit.added,
    removed: commit.removed,
    modified: commit.modified,
  };
}
