import {
  PullRequestEvent,
  PushEvent,
  RepositoryDispatchEvent,
} from '../../github';
import { pushPayload } from './pushPayload';
import { startMatchingRuns, TriggerContext } from './startMatchingRuns';

export interface StartTriggersOptions extends TriggerContext {
  signal: AbortSignal;
  log: (line: string) => void;
}

const ACTIONS_BOT = 'github-actions[bot]';

/** Lets what happens in repositories begin runs. */
export function startTriggers(options: StartTriggersOptions): void {
  const { github, engine, signal, log } = options;
  const { events } = github;
  const guard = (what: string, work: Promise<void>) => {
    work.catch(error => log(`actions: ${what}: ${(error as Error).message}`));
  };
  const unsubscribe = [
    events.on('push', event =>
      guard(`push to ${event.repository.fullName}`, onPush(options, event)),
    ),
    events.on('repository_dispatch', event =>
      guard(
        `repository_dispatch of ${event.repository.fullName}`,
        onRepositoryDispatch(options, event),
      ),
    ),
    events.on('pull_request', event =>
      guard(
        `pull request of ${event.repository.fullName}`,
        onPullRequest(options, event),
      ),
    ),
    events.on('repository', ({ action, repository }) => {
      if (action === 'deleted') {
        engine.forgetRepository(repository.fullName);
      }
    }),
  ];
  signal.addEventListener('abort', () => unsubscribe.forEach(off => off()));
}

async function onPush(context: TriggerContext, event: PushEvent) {
  const { github } = context;
  const { repository, ref, before, after, pusher, commits } = event;
  const head = commits[commits.length - 1];
  // What a job's own token pushes starts nothing, or runs would start runs.
  if (
    /^0+$/.test(after) ||
    pusher.login === ACTIONS_BOT ||
    /\[(skip ci|ci skip|no ci|skip actions|actions skip)\]/.test(
      head?.message ?? '',
    )
  ) {
    return;
  }
  await startMatchingRuns({
    ...context,
    repository,
    event: {
      name: 'push',
      payload: pushPayload(github, event),
      ref,
      sha: after,
      headRef: undefined,
      baseRef: undefined,
      actor: pusher.login,
      inputs: {},
    },
    subject: {
      ref,
      changedFiles: () =>
        github.repositories.changedFiles(
          repository,
          /^0+$/.test(before) ? undefined : before,
          after,
        ),
    },
  });
}

async function onRepositoryDispatch(
  context: TriggerContext,
  { repository, eventType, clientPayload, sender }: RepositoryDispatchEvent,
) {
  const { github } = context;
  const branch = repository.defaultBranch;
  const sha = await github.repositories.head(repository, branch);
  if (!sha) {
    return;
  }
  await startMatchingRuns({
    ...context,
    repository,
    event: {
      name: 'repository_dispatch',
      payload: {
        action: eventType,
        branch,
        client_payload: clientPayload,
        repository: github.repositoryJson(repository),
        sender: github.accountJson(sender),
      },
      ref: `refs/heads/${branch}`,
      sha,
      headRef: undefined,
      baseRef: undefined,
      actor: sender.login,
      inputs: {},
    },
    subject: { type: eventType, changedFiles: async () => [] },
  });
}

async function onPullRequest(
  context: TriggerContext,
  { action, repository, pull, sender }: PullRequestEvent,
) {
  const { github } = context;
  const refJson = (ref: string, sha: string) => ({
    ref,
    sha,
    label: `${repository.owner}:${ref}`,
    repo: github.repositoryJson(repository),
  });
  await startMatchingRuns({
    ...context,
    repository,
    event: {
      name: 'pull_request',
      payload: {
        action,
        number: pull.number,
        pull_request: {
          id: pull.id,
          number: pull.number,
          title: pull.title,
          body: pull.body ?? null,
          state: pull.state,
          draft: pull.draft,
          merged: pull.merged !== undefined,
          html_url: `${github.url}/${repository.fullName}/pull/${pull.number}`,
          head: refJson(pull.head, pull.headSha),
          base: refJson(pull.base, pull.baseSha),
          labels: pull.labels.map(name => ({ name })),
        },
        repository: github.repositoryJson(repository),
        sender: github.accountJson(sender),
      },
      ref: `refs/pull/${pull.number}/merge`,
      // GitHub checks out the merge of both; here it is the head.
      sha: pull.headSha,
      headRef: pull.head,
      baseRef: pull.base,
      actor: sender.login,
      inputs: {},
    },
    subject: {
      ref: `refs/heads/${pull.base}`,
      type: action,
      defaultTypes: ['opened', 'synchronize', 'reopened'],
      changedFiles: () =>
        github.repositories.changedFiles(
          repository,
          pull.baseSha,
          pull.headSha,
        ),
    },
  });
}
