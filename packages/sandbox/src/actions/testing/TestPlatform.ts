import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { KubernetesClient, KubernetesObject, resources } from '../../client';
import { GitHub, startGitHub } from '../../github';
import { createApiClient } from '../../github/testing/createApiClient';
import { ImageStore } from '../../images';
import { KubernetesApi, startKubernetesApi } from '../../kubernetes';
import { CertificateAuthority } from '../../pki/CertificateAuthority';
import { StateFolder } from '../../state/StateFolder';
import { defaultRunnerScaleSet } from '../arc/defaultRunnerScaleSet';
import { Actions, startActions } from '../startActions';

export const REGISTRY = 'registry.test.localhost';

export interface TestJob {
  id: number;
  name: string;
  status: string;
  conclusion: string | null;
  runner_name: string | null;
  labels: string[];
  steps: { name: string; conclusion: string | null }[];
}

export interface TestRun {
  id: number;
  name: string;
  display_title: string;
  status: string;
  conclusion: string | null;
  event: string;
  run_attempt: number;
  head_sha: string;
}

export interface StartTestPlatformOptions {
  /** Files of `acme/platform`. */
  platform?: Record<string, string>;
  maxRunners?: number;
  minRunners?: number;
}

/** GitHub, a hub and Actions for tests: real git, real HTTP, temporary folders. */
export class TestPlatform {
  readonly root: string;
  readonly #options: StartTestPlatformOptions;
  #stopping = new AbortController();
  github!: GitHub;
  actions!: Actions;
  images!: ImageStore;
  hub!: KubernetesClient;
  #api!: KubernetesApi;

  static async start(options: StartTestPlatformOptions = {}) {
    const platform = new TestPlatform(options);
    await platform.boot();
    return platform;
  }

  private constructor(options: StartTestPlatformOptions) {
    this.#options = options;
    this.root = fs.mkdtempSync(path.join(os.tmpdir(), 'actions-'));
  }

  /** Starts everything on the folders of the last time. */
  async boot() {
    const state = StateFolder.open(path.join(this.root, 'state'));
    this.#stopping = new AbortController();
    const { signal } = this.#stopping;
    const log = () => {};
    const seedFolder = path.join(this.root, 'seed');
    writeFiles(seedFolder, {
      'README.md': '# platform',
      ...this.#options.platform,
    });
    this.images = ImageStore.create({ state: state.room('images') });
    this.github = await startGitHub({
      // Addresses are in git remotes and scale sets: they stay.
      port: this.github?.port ?? 0,
      state: state.room('github'),
      seed: {
        organisation: { login: 'acme', name: 'Acme' },
        accounts: [
          { login: 'developer', name: 'Dana', email: 'dana@acme.test' },
          {
            login: 'admin',
            name: 'Admin',
            email: 'admin@acme.test',
            siteAdmin: true,
          },
        ],
        teams: [],
        repositories: [{ owner: 'acme', name: 'platform', folder: seedFolder }],
      },
      signal,
      log,
    });
    this.#api = await startKubernetesApi({
      name: 'hub',
      port: 0,
      state: state.room('hub'),
      ca: await CertificateAuthority.loadOrCreate(state, 'hub', new Date()),
      users: [{ token: 'admin', name: 'admin', groups: ['system:masters'] }],
      signal,
      log,
    });
    this.hub = KubernetesClient.create({
      name: 'hub',
      server: this.#api.url,
      caPem: this.#api.caPem,
      token: 'admin',
      manager: 'test',
    });
    this.actions = await startActions({
      github: this.github,
      images: this.images,
      clusters: { hub: this.hub },
      state: state.room('actions'),
      registryHost: REGISTRY,
      signal,
      log,
    });
    const { minRunners, maxRunners } = this.#options;
    const objects = defaultRunnerScaleSet({
      githubConfigUrl: `${this.github.url}/acme`,
      githubToken: this.github.tokens.personal('admin'),
      minRunners,
      maxRunners,
    });
    for (const object of objects) {
      const resource = resourceOf(object);
      const { name, namespace } = object.metadata;
      if (!(await this.hub.get(resource, name, namespace))) {
        await this.hub.create(resource, object);
      }
    }
  }

  /** Ends everything as SIGTERM would; folders stay. */
  async halt() {
    this.#stopping.abort();
    await this.actions.settled();
    await Promise.all([this.github.stop(), this.#api.stop()]);
    this.hub.close();
  }

  async stop() {
    await this.halt();
    fs.rmSync(this.root, { recursive: true, force: true });
  }

  /** Makes a repository of these files, as a developer would, and pushes. */
  async createRepository(
    name: string,
    files: Record<string, string>,
  ): Promise<string> {
    const creator = this.github.accounts.find('admin')!;
    if (!this.github.repositories.find('acme', name)) {
      const repository = await this.github.repositories.create({
        owner: 'acme',
        name,
        creator,
      });
      repository.collaborators.developer = 'push';
    }
    const folder = path.join(this.root, 'clones', name);
    fs.mkdirSync(folder, { recursive: true });
    git(folder, 'init', '--quiet', '--initial-branch=main');
    git(
      folder,
      'remote',
      'add',
      'origin',
      `${this.github.url}/acme/${name}.git`,
    );
    return this.push(name, files);
  }

  /** Commits and pushes with real git; gives the new commit. */
  push(
    name: string,
    files: Record<string, string>,
    branch = 'main',
  ): Promise<string> {
    const folder = path.join(this.root, 'clones', name);
    writeFiles(folder, files);
    git(folder, 'checkout', '--quiet', '-B', branch);
    git(folder, 'add', '-A');
    git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'Change something');
    return this.#pushFolder(folder, branch);
  }

  async #pushFolder(folder: string, branch: string): Promise<string> {
    const token = this.github.tokens.personal('admin');
    const basic = Buffer.from(`x:${token}`).toString('base64');
    await promisify(execFile)(
      'git',
      [
        '-c',
        `http.extraheader=AUTHORIZATION: basic ${basic}`,
        'push',
        '--quiet',
        'origin',
        branch,
      ],
      { cwd: folder, env: gitEnv() },
    );
    return git(folder, 'rev-parse', 'HEAD').trim();
  }

  /** An API call whose answer is compared with GitHub's description. */
  api(method: string, pathname: string, body?: unknown, login = 'admin') {
    return createApiClient(this.github, login)(method, pathname, body, {
      'content-type': 'application/json',
    });
  }

  /** The text of a page of the web view. */
  async page(pathname: string): Promise<string> {
    const response = await fetch(`${this.github.url}${pathname}`);
    return response.text();
  }

  async runs(name: string): Promise<TestRun[]> {
    const { body } = await this.api('GET', `/repos/acme/${name}/actions/runs`);
    return body.workflow_runs;
  }

  async jobs(name: string, run: number): Promise<TestJob[]> {
    const { body } = await this.api(
      'GET',
      `/repos/acme/${name}/actions/runs/${run}/jobs`,
    );
    return body.jobs;
  }

  async log(name: string, job: number): Promise<string> {
    const { body } = await this.api(
      'GET',
      `/repos/acme/${name}/actions/jobs/${job}/logs`,
    );
    return body;
  }

  /** The newest run of a repository for which the condition holds. */
  async waitForRun(
    name: string,
    condition: (run: TestRun) => boolean = run => run.status === 'completed',
  ): Promise<TestRun> {
    return this.waitFor(async () => (await this.runs(name)).find(condition));
  }

  /** Asks again at every event of a run or job until there is an answer. */
  async waitFor<T>(ask: () => Promise<T | undefined | false>): Promise<T> {
    const deadline = Date.now() + 20_000;
    while (Date.now() < deadline) {
      const answer = await ask();
      if (answer) {
        return answer;
      }
      await this.#nextEvent();
    }
    throw new Error('What was waited for did not happen');
  }

  /** The next thing that GitHub tells, or soon enough. */
  async #nextEvent(): Promise<void> {
    const { events } = this.github;
    const off: (() => void)[] = [];
    const told = new Promise<void>(resolve => {
      off.push(
        events.on('workflow_run', () => resolve()),
        events.on('workflow_job', () => resolve()),
      );
    });
    const soon = new AbortController();
    await Promise.race([
      told,
      delay(50, undefined, { signal: soon.signal }).catch(() => {}),
    ]);
    soon.abort();
    off.forEach(unsubscribe => unsubscribe());
  }
}

function resourceOf(object: KubernetesObject) {
  return Object.values(resources).find(({ kind }) => kind === object.kind)!;
}

function writeFiles(folder: string, files: Record<string, string>) {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
}

function gitEnv() {
  return {
    PATH: process.env.PATH,
    HOME: '/nonexistent',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Dana',
    GIT_AUTHOR_EMAIL: 'dana@acme.test',
    GIT_COMMITTER_NAME: 'Dana',
    GIT_COMMITTER_EMAIL: 'dana@acme.test',
  };
}

function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, {
    cwd,
    env: gitEnv(),
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
