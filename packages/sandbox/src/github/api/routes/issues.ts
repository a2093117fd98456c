import { Request, Router } from 'express';
import { accountJson } from '../../render/accountJson';
import { commentJson, issueJson } from '../../render/issueJson';
import { labelJson } from '../../render/labelJson';
import { Services } from '../../Services';
import { Comment, Issue } from '../../stores/ThreadStore';
import { PullRequest, Repository } from '../../types';
import { GitHubError } from '../GitHubError';
import { readBody } from '../readBody';
import { sendPage } from '../sendPage';

const ISSUES = '/repos/:owner/:repo/issues';

/** Issues, comments and labels; a pull request is an issue here too. */
export function issueRoutes(services: Services): Router {
  const router = Router();
  const { threads } = services;

  const place = (req: Request, access: 'read' | 'write') =>
    services.repositoryOf(req, { area: 'issues', access });
  const at = () =>
    services
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');

  function requireThread(req: Request, access: 'read' | 'write') {
    const { repository, caller } = place(req, access);
    const number = Number(req.params.number);
    const thread =
      threads.issue(repository, number) ?? threads.pull(repository, number);
    if (!thread) {
      throw GitHubError.notFound();
    }
    return { repository, caller, thread };
  }

  const toIssue = (repository: Repository) => (thread: Issue | PullRequest) =>
    issueJson(services, repository, thread);

  router.get(ISSUES, (req, res, next) => {
    const { repository } = place(req, 'read');
    const state = req.query.state ?? 'open';
    const items = [...threads.issues(repository), ...threads.pulls(repository)]
      .filter(thread => state === 'all' || thread.state === state)
      .sort((a, b) => b.number - a.number);
    const toJson = toIssue(repository);
    sendPage({ req, res, items, toJson }).catch(next);
  });
  router.post(ISSUES, (req, res) => {
    const { repository, caller } = place(req, 'write');
    const body = readBody(req, {
      title: 'string',
      body: 'string?',
      labels: 'array?',
      assignees: 'array?',
    });
    const issue = threads.addIssue(repository, {
      title: body.title,
      body: body.body,
      state: 'open',
      author: caller!.account.login,
      labels: labelNames(body.labels ?? []),
      assignees: loginsOf(services, body.assignees ?? []),
      createdAt: at(),
      updatedAt: at(),
      closedAt: undefined,
    });
    const json = issueJson(services, repository, issue);
    res.setHeader('Location', String(json.url));
    res.status(201).json(json);
  });
  router.get(`${ISSUES}/:number`, (req, res) => {
    const { repository, thread } = requireThread(req, 'read');
    res.json(issueJson(services, repository, thread));
  });
  router.patch(`${ISSUES}/:number`, (req, res) => {
    const { repository, thread } = requireThread(req, 'write');
    const body = readBody(req, {
      title: 'string?',
      body: 'string?',
      state: 'string?',
    });
    thread.title = body.title ?? thread.title;
    thread.body = body.body ?? thread.body;
    if (body.state === 'open' || body.state === 'closed') {
      thread.state = body.state;
      thread.closedAt = body.state === 'closed' ? at() : undefined;
    }
    thread.updatedAt = at();
    threads.save(repository);
    res.json(issueJson(services, repository, thread));
  });
  router.get(`${ISSUES}/:number/comments`, (req, res, next) => {
    const { repository, thread } = requireThread(req, 'read');
    const items = threads.comments(repository, thread.number);
    const toJson = (item: Comment) => commentJson(services, repository, item);
    sendPage({ req, res, items, toJson }).catch(next);
  });
  router.post(`${ISSUES}/:number/comments`, (req, res) => {
    const { repository, caller, thread } = requireThread(req, 'write');
    const { body } = readBody(req, { body: 'string' });
    const comment = threads.addComment(repository, {
      number: thread.number,
      author: caller!.account.login,
      body,
      createdAt: at(),
      updatedAt: at(),
    });
    const json = commentJson(services, repository, comment);
    res.setHeader('Location', String(json.url));
    res.status(201).json(json);
  });
  router.get(`${ISSUES}/:number/labels`, (req, res) => {
    const { repository, thread } = requireThread(req, 'read');
    res.json(thread.labels.map(name => labelJson(services, repository, name)));
  });
  router.post(`${ISSUES}/:number/labels`, (req, res) => {
    const { repository, thread } = requireThread(req, 'write');
    const asked = Array.isArray(req.body)
      ? req.body
      : readBody(req, { labels: 'array' }).labels;
    thread.labels = [...new Set([...thread.labels, ...labelNames(asked)])];
    threads.save(repository);
    res.json(thread.labels.map(name => labelJson(services, repository, name)));
  });
  router.post(`${ISSUES}/:number/assignees`, (req, res) => {
    const { repository, thread } = requireThread(req, 'write');
    const { assignees } = readBody(req, { assignees: 'array' });
    const logins = loginsOf(services, assignees);
    thread.assignees = [...new Set([...thread.assignees, ...logins])];
    threads.save(repository);
    res.status(201).json(issueJson(services, repository, thread));
  });
  router.get('/repos/:owner/:repo/labels', (req, res) => {
    const { repository } = place(req, 'read');
    const all = [...threads.issues(repository), ...threads.pulls(repository)];
    const names = [...new Set(all.flatMap(thread => thread.labels))].sort();
    res.json(names.map(name => labelJson(services, repository, name)));
  });
  return router;
}

function labelNames(labels: unknown[]): string[] {
  return labels.map(label =>
    typeof label === 'string'
      ? label
      : readBody({ body: label }, { name: 'string' }).name,
  );
}

function loginsOf(services: Services, logins: unknown[]): string[] {
  return logins.flatMap(login => {
    const account = services.accounts.find(String(login));
    return account ? [accountJson(services, account).login as string] : [];
  });
}
