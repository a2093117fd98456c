import { AddressInfo } from 'node:net';
import http from 'node:http';
import { Router } from 'express';
import { Access } from './access/Access';
import { PushPolicy } from './access/PushPolicy';
import { createGuards } from './access/createGuards';
import { createApp } from './createApp';
import { Git } from './git/Git';
import { PullRequests } from './pulls/PullRequests';
import { Events } from './pushes/Events';
import { RefUpdates } from './pushes/RefUpdates';
import { accountJson } from './render/accountJson';
import { repositoryJson } from './render/repositoryJson';
import { seedRepositories } from './seedRepositories';
import { Services } from './Services';
import { AccountStore } from './stores/AccountStore';
import { HookStore } from './stores/HookStore';
import { Ids } from './stores/Ids';
import { NamedValueStore } from './stores/NamedValueStore';
import { RepositoryStore } from './stores/RepositoryStore';
import { SealedBox } from './stores/SealedBox';
import { StatusStore } from './stores/StatusStore';
import { ThreadStore } from './stores/ThreadStore';
import { TokenStore } from './stores/TokenStore';
import { GitHub, StartGitHubOptions } from './types';
import { createSessions } from './web/createSessions';
import { renderPage } from './web/renderPage';
import { sendWebhooks } from './webhooks/sendWebhooks';

/** Starts the server; it answers when the promise resolves, and ends with the signal. */
export async function startGitHub(
  options: StartGitHubOptions,
): Promise<GitHub> {
  const { state, seed, signal, log } = options;
  const server = http.createServer();
  // Longer than clients keep a connection, or they lose a request now and then.
  server.keepAliveTimeout = 65_000;
  const port = await listen(server, options.port);
  const url = `http://localhost:${port}`;
  const services = createServices(options, url);
  const stopping = new AbortController();

  await seedRepositories(services, seed.repositories);
  sendWebhooks({
    services,
    global: options.webhooks ?? [],
    signal: AbortSignal.any([signal, stopping.signal]),
  });
  const api = Router();
  const web = Router();
  const sessions = createSessions({ services, key: state.secret('session') });
  const { credentialsFile } = options;
  const git = Git.create({ home: state.folder('home') });
  server.on(
    'request',
    createApp({ services, state, git, api, web, sessions, credentialsFile }),
  );

  async function stop() {
    stopping.abort();
    const closed = new Promise(resolve => server.close(resolve));
    server.closeAllConnections();
    await closed;
    services.repositories.close();
  }
  signal.addEventListener('abort', stop, { once: true });
  log(`github: ${url}`);

  return {
    url,
    apiUrl: services.apiUrl,
    port,
    api,
    web,
    events: services.events,
    repositories: services.repositories,
    accounts: services.accounts,
    tokens: services.tokens,
    secrets: services.secrets,
    variables: services.variables,
    statuses: services.statuses,
    authenticate: services.authenticate,
    repositoryOf: services.repositoryOf,
    pageRepositoryOf: sessions.repositoryOf,
    page: renderPage,
    repositoryJson: repository => repositoryJson(services, repository),
    accountJson: account => accountJson(services, account),
    stop,
  };
}

function createServices(options: StartGitHubOptions, url: string): Services {
  const { state, seed, log, now = () => new Date() } = options;
  const git = Git.create({ home: state.folder('home') });
  const ids = Ids.open(state);
  const accounts = AccountStore.open({ state, ids, seed });
  const tokens = TokenStore.open({ state, accounts, now });
  const repositories = RepositoryStore.open({
    state: state.room('repositories'),
    git,
    ids,
    now,
  });
  const statuses = StatusStore.open({
    state: state.room('statuses'),
    ids,
    now,
  });
  const threads = ThreadStore.open({ state: state.room('threads'), ids });
  const events = Events.create(log);
  const access = Access.create(accounts);
  const policy = PushPolicy.create(access);
  const updates = RefUpdates.create({ repositories, policy, events, now });
  const stores = {
    ids,
    accounts,
    tokens,
    repositories,
    statuses,
    threads,
    events,
    access,
    policy,
    updates,
    now,
    log,
  };
  return {
    ...stores,
    url,
    apiUrl: `${url}/api/v3`,
    secrets: NamedValueStore.open({ state, file: 'secrets.json' }),
    variables: NamedValueStore.open({ state, file: 'variables.json' }),
    sealedBox: SealedBox.open(state),
    hooks: HookStore.open({ state, ids }),
    pulls: PullRequests.create(stores),
    ...createGuards({ tokens, repositories, access }),
  };
}

function listen(server: http.Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
