import { Request, Response, Router } from 'express';
import { accountJson } from '../../render/accountJson';
import { fullPullJson, reviewJson } from '../../render/pullJson';
import { teamJson } from '../../render/teamJson';
import { Services } from '../../Services';
import { Review } from '../../types';
import { asyncRoute } from '../asyncRoute';
import { GitHubError } from '../GitHubError';
import { readBody } from '../readBody';
import { requirePull } from '../requirePull';
import { sendPage } from '../sendPage';

const PULL = '/repos/:owner/:repo/pulls/:number';
const STATES: Record<string, Review['state']> = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
};

/** Reviews of pull requests, and who is asked for one. */
export function reviewRoutes(services: Services): Router {
  const router = Router();

  function requireReview(req: Request) {
    const place = requirePull(services, req);
    const review = place.pull.reviews.find(
      other => String(other.id) === req.params.review,
    );
    if (!review) {
      throw GitHubError.notFound();
    }
    return { ...place, review };
  }

  router.get(`${PULL}/reviews`, (req, res, next) => {
    const { repository, pull } = requirePull(services, req);
    const toJson = (review: Review) =>
      reviewJson(services, { repository, pull, review });
    sendPage({ req, res, items: pull.reviews, toJson }).catch(next);
  });
  router.post(`${PULL}/reviews`, (req, res) => {
    const { repository, pull } = requirePull(services, req);
    const { account } = services.requireCaller(req);
    const { event = 'COMMENT', body = '' } = readBody(req, {
      event: 'string?',
      body: 'string?',
    });
    if (!Object.hasOwn(STATES, event)) {
      throw new GitHubError(
        422,
        `Invalid request.\n\n${JSON.stringify(
          event,
        )} is not a member of ["APPROVE", "REQUEST_CHANGES", "COMMENT"].`,
      );
    }
    if (event !== 'APPROVE' && body === '') {
      throw new GitHubError(422, 'Unprocessable Entity', [
        'Can not submit a review without a body',
      ]);
    }
    const state = STATES[event];
    const review = services.pulls.review(repository, pull, {
      author: account,
      state,
      body,
    });
    res.json(reviewJson(services, { repository, pull, review }));
  });
  router.get(`${PULL}/reviews/:review`, (req, res) => {
    res.json(reviewJson(services, requireReview(req)));
  });
  router.put(`${PULL}/reviews/:review/dismissals`, (req, res) => {
    const { repository, pull, review } = requireReview(req);
    const { caller } = services.repositoryOf(req, {
      area: 'contents',
      access: 'write',
    });
    readBody(req, { message: 'string' });
    review.state = 'DISMISSED';
    const sender = caller!.account;
    services.pulls.changed('edited', { repository, pull, sender });
    res.json(reviewJson(services, { repository, pull, review }));
  });
  router.get(`${PULL}/comments`, (req, res) => {
    requirePull(services, req);
    res.json([]);
  });
  router.get(`${PULL}/requested_reviewers`, (req, res) => {
    const { users, teams } = requirePull(services, req).pull.requestedReviewers;
    const { accounts } = services;
    res.json({
      users: users.map(login => accountJson(services, accounts.find(login)!)),
      teams: teams.map(slug => teamJson(services, accounts.findTeam(slug)!)),
    });
  });
  const change = (isAdding: boolean) =>
    asyncRoute((req, res) => changeReviewers(services, { req, res, isAdding }));
  router.post(`${PULL}/requested_reviewers`, change(true));
  router.delete(`${PULL}/requested_reviewers`, change(false));
  return router;
}

async function changeReviewers(
  services: Services,
  options: { req: Request; res: Response; isAdding: boolean },
) {
  const { req, res, isAdding } = options;
  const { repository, pull, caller } = requirePull(services, req, 'write');
  const { reviewers, team_reviewers } = readBody(req, {
    reviewers: 'array?',
    team_reviewers: 'array?',
  });
  const users = (reviewers ?? []).map(String);
  const teams = (team_reviewers ?? []).map(String);
  const { accounts } = services;
  const isKnown =
    users.every(login => accounts.find(login)) &&
    teams.every(slug => accounts.findTeam(slug));
  if (!isKnown) {
    throw new GitHubError(
      422,
      'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the repository.',
    );
  }
  if (users.includes(pull.author)) {
    throw new GitHubError(
      422,
      'Review cannot be requested from pull request author.',
    );
  }
  const merge = (before: string[], names: string[]) =>
    isAdding
      ? [...new Set([...before, ...names])]
      : before.filter(name => !names.includes(name));
  pull.requestedReviewers = {
    users: merge(pull.requestedReviewers.users, users),
    teams: merge(pull.requestedReviewers.teams, teams),
  };
  const sender = caller!.account;
  services.pulls.changed('edited', { repository, pull, sender });
  res
    .status(isAdding ? 201 : 200)
    .json(await fullPullJson(services, repository, pull));
}
