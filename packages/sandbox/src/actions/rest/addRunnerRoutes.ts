import { Request } from 'express';
import {
  asyncRoute,
  GitHub,
  GitHubError,
  JsonObject,
  sendPage,
} from '../../github';
import { RegisteredRunner, RunnerRegistry } from '../arc/RunnerRegistry';

/** Self-hosted runners of the organisation and of repositories. */
export function addRunnerRoutes(options: {
  github: GitHub;
  registry: RunnerRegistry;
}): void {
  const { github, registry } = options;
  const { api } = github;
  const levels = [
    { path: '/orgs/:org/actions', scopeOf: organisationScope },
    { path: '/repos/:owner/:repo/actions', scopeOf: repositoryScope },
  ];

  for (const { path, scopeOf } of levels) {
    api.get(
      `${path}/runners`,
      asyncRoute(async (req, res) => {
        const { name } = req.query;
        const items = registry
          .list(scopeOf(github, req))
          .filter(runner => name === undefined || runner.name === name);
        await sendPage({
          req,
          res,
          items,
          toJson: runnerJson,
          wrap: 'runners',
        });
      }),
    );
    api.get(`${path}/runners/:runner(\\d+)`, (req, res) => {
      const runner = registry
        .list(scopeOf(github, req))
        .find(({ id }) => id === Number(req.params.runner));
      if (!runner) {
        throw GitHubError.notFound();
      }
      res.json(runnerJson(runner));
    });
  }
  api.get(
    '/orgs/:org/actions/runner-groups',
    asyncRoute(async (req, res) => {
      const scope = organisationScope(github, req);
      const group = defaultGroup(github, scope);
      await sendPage({
        req,
        res,
        items: [group],
        toJson: json => json,
        wrap: 'runner_groups',
      });
    }),
  );
  api.get('/orgs/:org/actions/runner-groups/:group', (req, res) => {
    const scope = organisationScope(github, req);
    if (req.params.group !== '1') {
      throw GitHubError.notFound();
    }
    res.json(defaultGroup(github, scope));
  });
}

// A machine stands for a GitHub App that was given this permission.
function organisationScope(github: GitHub, req: Request): string {
  const { organisation } = github.accounts;
  const { org } = req.params;
  const account = github.authenticate(req)?.account;
  if (!account || org.toLowerCase() !== organisation.login.toLowerCase()) {
    throw GitHubError.notFound();
  }
  if (account.person && !github.accounts.isOrganisationOwner(account.login)) {
    throw new GitHubError(403, 'Must have admin rights to the organization.');
  }
  return organisation.login;
}

function repositoryScope(github: GitHub, req: Request): string {
  const need = { area: 'administration', access: 'admin' } as const;
  return github.repositoryOf(req, need).repository.fullName;
}

function runnerJson(runner: RegisteredRunner): JsonObject {
  return {
    id: runner.id,
    runner_group_id: 1,
    name: runner.name,
    os: 'linux',
    status: 'online',
    busy: runner.busy,
    ephemeral: true,
    labels: runner.labels.map((name, index) => ({
      id: index + 1,
      name,
      type: 'custom',
    })),
  };
}

function defaultGroup(github: GitHub, organisation: string): JsonObject {
  const url = `${github.apiUrl}/orgs/${organisation}/actions/runner-groups/1`;
  return {
    id: 1,
    name: 'Default',
    visibility: 'all',
    default: true,
    inherited: false,
    runners_url: `${url}/runners`,
    allows_public_repositories: true,
    restricted_to_workflows: false,
    selected_workflows: [],
    workflow_restrictions_read_only: false,
  };
}
