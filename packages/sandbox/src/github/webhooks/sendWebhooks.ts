import { createHmac, randomUUID } from 'node:crypto';
import { accountJson } from '../render/accountJson';
import { organisationJson } from '../render/organisationJson';
import { repositoryJson } from '../render/repositoryJson';
import { Services } from '../Services';
import { Hook } from '../stores/HookStore';
import { Account, GitHubEventMap, JsonObject, Repository } from '../types';
import { payloadOf } from './payloadOf';

interface Target {
  url: string;
  secret: string | undefined;
  hook?: Hook;
}

export interface SendWebhooksOptions {
  services: Services;
  /** Told of everything. */
  global: { url: string; secret: string }[];
  signal: AbortSignal;
}

const EVENTS: (keyof GitHubEventMap)[] = [
  'push',
  'repository_dispatch',
  'pull_request',
  'repository',
  'workflow_run',
  'workflow_job',
];
const TIMEOUT_MS = 10_000;

/** Sends every event to those who asked for it, until the signal; in order per target. */
export function sendWebhooks(options: SendWebhooksOptions): void {
  const { services, global, signal } = options;
  const queues = new Map<string, Promise<void>>();

  function targetsOf(repository: Repository, event: string): Target[] {
    const hooks = services.hooks
      .list(repository)
      .filter(
        hook =>
          hook.active &&
          (hook.events.includes('*') || hook.events.includes(event)),
      )
      .map(hook => ({ url: hook.url, secret: hook.secret, hook }));
    return [...global, ...hooks];
  }

  function enqueue(target: Target, event: string, body: string) {
    const before = queues.get(target.url) ?? Promise.resolve();
    const after = before
      .then(() => deliver({ target, event, body, signal }))
      .then(
        status => {
          if (target.hook) {
            target.hook.lastStatus = status;
          }
        },
        error => {
          if (!signal.aborted) {
            services.log(
              `github: webhook ${event} to ${target.url} failed: ${
                error.cause?.message ?? error.message
              }`,
            );
          }
        },
      );
    queues.set(target.url, after);
  }

  for (const event of EVENTS) {
    const stop = services.events.on(event, happened => {
      const { repository } = happened;
      const sender: Account =
        'pusher' in happened ? happened.pusher : happened.sender;
      const targets = targetsOf(repository, event);
      if (targets.length > 0) {
        const payload: JsonObject = {
          ...payloadOf(services, happened),
          repository: repositoryJson(services, repository),
          organization: organisationJson(services),
          sender: accountJson(services, sender),
        };
        const body = JSON.stringify(payload);
        targets.forEach(target => enqueue(target, event, body));
      }
    });
    signal.addEventListener('abort', stop, { once: true });
  }
}

async function deliver(options: {
  target: Target;
  event: string;
  body: string;
  signal: AbortSignal;
}): Promise<number> {
  const { target, event, body, signal } = options;
  if (signal.aborted) {
    throw new Error('stopped');
  }
  const response = await fetch(target.url, {
    method: 'POST',
    body,
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'GitHub-Hookshot/sandbox',
      'X-GitHub-Event': event,
      'X-GitHub-Delivery': randomUUID(),
      'X-GitHub-Enterprise-Version': '3.19.0',
      ...(target.secret && {
        'X-Hub-Signature-256': `sha256=${createHmac('sha256', target.secret)
          .update(body)
          .digest('hex')}`,
      }),
    },
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
  });
  await response.arrayBuffer();
  if (!response.ok) {
    throw new Error(`answered ${response.status}`);
  }
  return response.status;
}
