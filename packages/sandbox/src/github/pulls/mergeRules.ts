import { protectionFor } from '../access/protectionFor';
import { diffPaths } from '../git/diffFiles';
import { Services } from '../Services';
import { Account, PullRequest, Repository, Review } from '../types';
import { CodeOwners } from './CodeOwners';

type RuleServices = Pick<
  Services,
  'accounts' | 'access' | 'repositories' | 'statuses'
>;

/** What a protected base branch still asks of a pull request, in GitHub's words. */
export async function missingForMerge(
  services: RuleServices,
  repository: Repository,
  pull: PullRequest,
): Promise<string[]> {
  const protection = protectionFor(repository, pull.base);
  if (!protection) {
    return [];
  }
  const missing: string[] = [];
  const { reviews, statusChecks } = protection;
  if (reviews) {
    const latest = latestReviews(services, repository, pull);
    const approvals = latest.filter(
      review =>
        review.state === 'APPROVED' &&
        (!reviews.lastPush || review.commitId === pull.headSha),
    );
    if (latest.some(({ state }) => state === 'CHANGES_REQUESTED')) {
      missing.push('Changes have been requested.');
    }
    if (approvals.length < reviews.count) {
      missing.push(
        `At least ${reviews.count} approving ${
          reviews.count === 1 ? 'review is' : 'reviews are'
        } required by reviewers with write access.`,
      );
    }
    const waiting = reviews.codeOwners
      ? await waitingForOwners(services, { repository, pull, approvals })
      : [];
    if (waiting.length > 0) {
      missing.push(
        `Waiting on code owner review from ${waiting.join(' and/or ')}.`,
      );
    }
  }
  const known = services.statuses.list(repository, pull.headSha);
  const checks = services.statuses.checkRuns(repository, pull.headSha);
  for (const context of statusChecks?.contexts ?? []) {
    const isGood =
      known.find(status => status.context === context)?.state === 'success' ||
      checks.filter(check => check.name === context).at(-1)?.conclusion ===
        'success';
    if (!isGood) {
      missing.push(`Required status check "${context}" is expected.`);
    }
  }
  return missing;
}

/** Owners of what a pull request changes: by changed file, those who may approve it. */
export async function ownersOfChange(
  services: Pick<Services, 'repositories' | 'accounts'>,
  repository: Repository,
  pull: Pick<PullRequest, 'base' | 'headSha'>,
): Promise<string[][]> {
  const content = services.repositories.content(repository);
  const base = await content.commit(`refs/heads/${pull.base}`);
  if (!base) {
    return [];
  }
  const owners = await readCodeOwners(services, repository, base);
  const from = await content.mergeBase(base, pull.headSha);
  const files = await diffPaths(content, from, pull.headSha);
  return (
    files
      .flatMap(file => [file.path, ...(file.previousPath ?? [])])
      // Owners that do not exist own nothing, as on GitHub.
      .map(path => owners.of(path).filter(owner => isKnown(services, owner)))
      .filter(list => list.length > 0)
  );
}

async function readCodeOwners(
  services: Pick<Services, 'repositories'>,
  repository: Repository,
  commit: string,
): Promise<CodeOwners> {
  for (const place of CodeOwners.places) {
    const file = await services.repositories.readFile(
      repository,
      commit,
      place,
    );
    if (file) {
      return CodeOwners.parse(file.toString('utf8'));
    }
  }
  return CodeOwners.parse('');
}

async function waitingForOwners(
  services: RuleServices,
  options: { repository: Repository; pull: PullRequest; approvals: Review[] },
): Promise<string[]> {
  const { repository, pull, approvals } = options;
  const groups = await ownersOfChange(services, repository, pull);
  const unmet = groups.filter(
    owners =>
      !approvals.some(({ author }) =>
        owners.some(owner => isOwner(services, owner, author)),
      ),
  );
  return [...new Set(unmet.flat().map(owner => owner.replace(/^@/, '')))];
}

function isOwner(
  services: RuleServices,
  owner: string,
  login: string,
): boolean {
  const account = services.accounts.find(login);
  const [, team] = owner.split('/');
  if (!account) {
    return false;
  }
  if (team) {
    const members = services.accounts.findTeam(team)?.members ?? [];
    return members.includes(account.login);
  }
  const name = owner.toLowerCase();
  return (
    name === `@${account.login.toLowerCase()}` ||
    name === account.email.toLowerCase()
  );
}

function isKnown(services: Pick<Services, 'accounts'>, owner: string) {
  const { accounts } = services;
  const [name, team] = owner.replace(/^@/, '').split('/');
  return team
    ? name === accounts.organisation.login && accounts.findTeam(team)
    : accounts.list().some(({ login, email }) => [login, email].includes(name));
}

/** The opinion that counts of each reviewer with write access; never the author's own. */
function latestReviews(
  services: Pick<Services, 'access'>,
  repository: Repository,
  pull: PullRequest,
): Review[] {
  const latest = new Map<string, Review>();
  for (const review of pull.reviews) {
    // A comment does not take back an approval.
    if (review.state !== 'COMMENTED' && review.author !== pull.author) {
      latest.set(review.author, review);
    }
  }
  return [...latest.values()].filter(({ author }) =>
    services.access.hasRole(author, repository, 'push'),
  );
}

/** Whether somebody may merge without what the branch asks for. */
export function mayBypass(
  services: Pick<Services, 'access'>,
  options: { repository: Repository; pull: PullRequest; account: Account },
): boolean {
  const { repository, pull, account } = options;
  const protection = protectionFor(repository, pull.base);
  return (
    !protection?.enforceAdmins &&
    services.access.hasRole(account.login, repository, 'admin')
  );
}
