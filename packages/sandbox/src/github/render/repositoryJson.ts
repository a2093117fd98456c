import { Services } from '../Services';
import { Caller, JsonObject, Repository } from '../types';
import { accountJson } from './accountJson';
import { nodeId } from './nodeId';

const LINKS: Record<string, string> = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

/** A repository as the REST API shows it, with the caller's permissions if there is one. */
export function repositoryJson(
  services: Services,
  repository: Repository,
  caller?: Caller,
): JsonObject {
  const { url, apiUrl, accounts, access, threads } = services;
  const { id, fullName, settings } = repository;
  const self = `${apiUrl}/repos/${fullName}`;
  const html = `${url}/${fullName}`;
  const owner = accounts.find(repository.owner)!;
  const login = caller?.account.login;
  const open = [...threads.pulls(repository), ...threads.issues(repository)];
  const openIssues = open.filter(thread => thread.state === 'open').length;
  return {
    id,
    node_id: nodeId('Repository', id),
    name: repository.name,
    full_name: fullName,
    private: repository.private,
    visibility: repository.private ? 'private' : 'public',
    owner: accountJson(services, owner),
    ...(owner.type === 'Organization' && {
      organization: accountJson(services, owner),
    }),
    html_url: html,
    description: repository.description ?? null,
    homepage: repository.homepage ?? null,
    fork: false,
    url: self,
    ...Object.fromEntries(
      Object.entries(LINKS).map(([name, path]) => [name, `${self}${path}`]),
    ),
    git_url: `git://localhost/${fullName}.git`,
    ssh_url: `git@localhost:${fullName}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    mirror_url: null,
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
    pushed_at: repository.pushedAt,
    size: 0,
    language: null,
    license: null,
    topics: repository.topics,
    default_branch: repository.defaultBranch,
    archived: repository.archived,
    disabled: false,
    is_template: false,
    has_pages: false,
    has_downloads: true,
    has_discussions: false,
    ...settings,
    allow_forking: false,
    web_commit_signoff_required: false,
    open_issues: openIssues,
    open_issues_count: openIssues,
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    network_count: 0,
    subscribers_count: 0,
    ...(login && {
      permissions: {
        admin: access.hasRole(login, repository, 'admin'),
        maintain: access.hasRole(login, repository, 'maintain'),
        push: access.allows(caller, repository, {
          area: 'contents',
          access: 'write',
        }),
        triage: access.hasRole(login, repository, 'triage'),
        pull: true,
      },
    }),
  };
}
