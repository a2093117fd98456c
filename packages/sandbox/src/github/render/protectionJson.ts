import { Services } from '../Services';
import { Actors, BranchProtection, JsonObject, Repository } from '../types';
import { accountJson } from './accountJson';
import { encodePath } from './encodePath';
import { teamJson } from './teamJson';

/** The protection of a branch as the REST API shows it. */
export function protectionJson(
  services: Services,
  options: {
    repository: Repository;
    branch: string;
    protection: BranchProtection;
  },
): JsonObject {
  const { repository, branch, protection } = options;
  const self = `${services.apiUrl}/repos/${
    repository.fullName
  }/branches/${encodePath(branch)}/protection`;
  const { reviews, statusChecks, restrictions } = protection;
  return {
    url: self,
    ...(statusChecks && {
      required_status_checks: {
        url: `${self}/required_status_checks`,
        contexts_url: `${self}/required_status_checks/contexts`,
        strict: statusChecks.strict,
        contexts: statusChecks.contexts,
        checks: statusChecks.contexts.map(context => ({
          context,
          app_id: null,
        })),
      },
    }),
    ...(reviews && {
      required_pull_request_reviews: {
        url: `${self}/required_pull_request_reviews`,
        dismiss_stale_reviews: reviews.dismissStale,
        require_code_owner_reviews: reviews.codeOwners,
        required_approving_review_count: reviews.count,
        require_last_push_approval: reviews.lastPush,
        bypass_pull_request_allowances: actorsJson(services, reviews.bypass),
      },
    }),
    ...(restrictions && {
      restrictions: {
        url: `${self}/restrictions`,
        users_url: `${self}/restrictions/users`,
        teams_url: `${self}/restrictions/teams`,
        apps_url: `${self}/restrictions/apps`,
        ...actorsJson(services, restrictions),
      },
    }),
    required_signatures: {
      url: `${self}/required_signatures`,
      enabled: protection.signatures,
    },
    enforce_admins: {
      url: `${self}/enforce_admins`,
      enabled: protection.enforceAdmins,
    },
    required_linear_history: { enabled: protection.linearHistory },
    allow_force_pushes: { enabled: protection.allowForcePushes },
    allow_deletions: { enabled: protection.allowDeletions },
    block_creations: { enabled: protection.blockCreations },
    required_conversation_resolution: {
      enabled: protection.conversationResolution,
    },
    lock_branch: { enabled: false },
    allow_fork_syncing: { enabled: false },
  };
}

function actorsJson(services: Services, actors: Actors): JsonObject {
  return {
    users: actors.users.flatMap(login => {
      const account = services.accounts.find(login);
      return account ? [accountJson(services, account)] : [];
    }),
    teams: actors.teams.flatMap(slug => {
      const team = services.accounts.findTeam(slug);
      return team ? [teamJson(services, team)] : [];
    }),
    apps: [],
  };
}
