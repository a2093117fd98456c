import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { Request, Response, Router } from 'express';
import { StateFolder } from '../../state/StateFolder';
import { Access } from '../access/Access';
import { PushPolicy } from '../access/PushPolicy';
import { readToken } from '../access/readToken';
import { asyncRoute } from '../api/asyncRoute';
import { RefUpdate, RefUpdates } from '../pushes/RefUpdates';
import { RepositoryStore } from '../stores/RepositoryStore';
import { Account, Caller, Repository, Tokens } from '../types';
import { Git } from './Git';
import { writeHooks } from './hooks';
import { runCgi } from './runCgi';

export interface GitRoutesOptions {
  state: StateFolder;
  git: Git;
  repositories: RepositoryStore;
  tokens: Tokens;
  access: Access;
  policy: PushPolicy;
  updates: RefUpdates;
}

const PATHS =
  /^\/([^/]+)\/([^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;

const PROGRAM = { command: 'git', args: ['http-backend'] };

const WRONG_TOKEN =
  'Invalid username or token. Password authentication is not supported for Git operations.';

/** `git clone`, `fetch` and `push` over HTTP, by git's own server program. */
export function createGitRoutes(options: GitRoutesOptions): Router {
  const { state, git, repositories, tokens, access, policy, updates } = options;
  const hooks = writeHooks(state);
  const reports = state.folder('pushes');
  const router = Router();

  function environment(
    req: Request,
    repository: Repository,
    service: string,
    extra: Record<string, string>,
  ) {
    const settings = {
      'core.hooksPath': hooks,
      'http.receivepack': 'true',
      'receive.fsckObjects': 'true',
      'receive.hideRefs': 'refs/pull',
      'receive.denyDeleteCurrent': 'refuse',
      'receive.autogc': 'false',
      'gc.auto': '0',
      'uploadpack.allowFilter': 'true',
      'uploadpack.allowAnySHA1InWant': 'true',
      'safe.directory': '*',
    };
    const config = Object.entries(settings).flatMap(([key, value], index) => [
      [`GIT_CONFIG_KEY_${index}`, key],
      [`GIT_CONFIG_VALUE_${index}`, value],
    ]);
    const header = (name: string) => String(req.headers[name] ?? '');
    return git.environment({
      GIT_PROJECT_ROOT: repositories.gitDir(repository),
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_COUNT: String(Object.keys(settings).length),
      ...Object.fromEntries(config),
      GIT_PROTOCOL: header('git-protocol'),
      PATH_INFO: `/${service}`,
      REQUEST_METHOD: req.method,
      QUERY_STRING: req.originalUrl.split('?')[1] ?? '',
      CONTENT_TYPE: header('content-type'),
      HTTP_CONTENT_ENCODING: header('content-encoding'),
      ...(req.headers['content-length'] && {
        CONTENT_LENGTH: req.headers['content-length'],
      }),
      REMOTE_ADDR: '127.0.0.1',
      ...extra,
    });
  }

  function protectionLines(repository: Repository, pusher: Account): string {
    return Object.entries(repository.protections)
      .map(([branch, protection]) => {
        const rules = policy.policy(repository, protection, pusher);
        const flags = [rules.forbidsForce, rules.forbidsDeletion].map(Number);
        return [`refs/heads/${branch}`, ...flags, rules.update ?? ''].join('|');
      })
      .join('\n');
  }

  async function receive(
    req: Request,
    res: Response,
    push: { repository: Repository; pusher: Account },
  ) {
    const report = `${reports}/${randomUUID()}`;
    const env = environment(req, push.repository, 'git-receive-pack', {
      REMOTE_USER: push.pusher.login,
      SANDBOX_PROTECTIONS: protectionLines(push.repository, push.pusher),
      SANDBOX_PUSH_REPORT: report,
      SANDBOX_DEFAULT_BRANCH: push.repository.defaultBranch,
      SANDBOX_REPOSITORY_URL: `${req.protocol}://${req.get('host')}/${
        push.repository.fullName
      }`,
    });
    const beforeAnswer = async () => {
      if (fs.existsSync(report)) {
        const lines = fs.readFileSync(report, 'utf8');
        fs.rmSync(report);
        await updates.pushed({ ...push, changes: parseReport(lines) });
      }
    };
    await runCgi({ ...PROGRAM, env, req, res, beforeAnswer });
  }

  router.all(
    PATHS,
    asyncRoute(async (req, res) => {
      const [owner, name, service] = Object.values(req.params);
      const isPush =
        service === 'git-receive-pack' ||
        req.query.service === 'git-receive-pack';
      const token = readToken(req);
      const caller = token ? tokens.find(token) : undefined;
      if (token && !caller) {
        challenge(res, WRONG_TOKEN);
        return;
      }
      const repository = repositories.find(owner, name);
      const need = { area: 'contents', access: 'read' } as const;
      if (!repository || !access.allows(caller, repository, need)) {
        // GitHub asks strangers to sign in rather than say what does not exist.
        if (caller) {
          plain(res, 404, 'Repository not found.');
        } else {
          challenge(res, 'Repository not found.');
        }
        return;
      }
      if (!isPush) {
        const env = environment(req, repository, service, {});
        await runCgi({ ...PROGRAM, env, req, res });
        return;
      }
      if (!caller) {
        challenge(res, 'No anonymous write access.');
        return;
      }
      const refusal = refusalOf(access, caller, repository);
      if (refusal) {
        plain(res, 403, refusal);
        return;
      }
      const pusher = caller.account;
      if (service === 'git-receive-pack') {
        await receive(req, res, { repository, pusher });
      } else {
        const env = environment(req, repository, service, {
          REMOTE_USER: pusher.login,
        });
        await runCgi({ ...PROGRAM, env, req, res });
      }
    }),
  );
  return router;
}

function refusalOf(
  access: Access,
  caller: Caller,
  repository: Repository,
): string | undefined {
  if (repository.archived) {
    return 'This repository was archived so it is read-only.';
  }
  const need = { area: 'contents', access: 'write' } as const;
  return access.allows(caller, repository, need)
    ? undefined
    : `Permission to ${repository.fullName}.git denied to ${caller.account.login}.`;
}

function parseReport(lines: string): RefUpdate[] {
  return lines
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const [before, after, ref] = line.split(' ');
      return { ref, before, after };
    });
}

function challenge(res: Response, text: string) {
  res.setHeader('WWW-Authenticate', 'Basic realm="GitHub"');
  plain(res, 401, text);
}

function plain(res: Response, status: number, text: string) {
  res.status(status).type('text/plain').send(`${text}\n`);
}
