import assert from 'node:assert/strict';
import { eventually } from './eventually.ts';
import type { Endpoints } from './startPlatform.ts';

/** A finished workflow run. */
export interface EndedRun {
  conclusion: string;
  /** Of its first job. */
  log: string;
}

/** The sandbox's GitHub as its administrator uses it. */
export class GithubApi {
  readonly #api: string;
  readonly #headers: Record<string, string>;

  constructor({ github }: Endpoints) {
    this.#api = github.api;
    this.#headers = { authorization: `token ${github.token}` };
  }

  async request(
    method: string,
    route: string,
    body?: object,
  ): Promise<Response> {
    return fetch(`${this.#api}/${route}`, {
      method,
      headers: this.#headers,
      body: body && JSON.stringify(body),
    });
  }

  async exists(route: string): Promise<boolean> {
    return (await this.request('GET', route)).ok;
  }

  async head(repository: string): Promise<string> {
    const answer = await this.request(
      'GET',
      `repos/acme/${repository}/git/ref/heads/main`,
    );
    return (await answer.json()).object.sha;
  }

  /** A file of the main branch. */
  async read(repository: string, path: string): Promise<string> {
    const answer = await this.#content(repository, path);
    return Buffer.from(answer.content, 'base64').toString();
  }

  /** Commits a file to the main branch. */
  async write(
    repository: string,
    path: string,
    content: string,
  ): Promise<void> {
    const { sha } = await this.#content(repository, path);
    const answer = await this.request(
      'PUT',
      `repos/acme/${repository}/contents/${path}`,
      {
        message: `Write ${path}`,
        content: Buffer.from(content).toString('base64'),
        sha,
      },
    );
    assert.ok(answer.ok, await answer.text());
  }

  /** The workflow run of a commit, once it has ended. */
  async endedRun(repository: string, sha: string): Promise<EndedRun> {
    const runs = `repos/acme/${repository}/actions/runs`;
    const run = await eventually(async () => {
      const answer = await this.request('GET', `${runs}?head_sha=${sha}`);
      const [newest] = (await answer.json()).workflow_runs;
      assert.equal(newest?.status, 'completed');
      return newest;
    });
    const { jobs } = await (
      await this.request('GET', `${runs}/${run.id}/jobs`)
    ).json();
    const log = await this.request(
      'GET',
      `repos/acme/${repository}/actions/jobs/${jobs[0].id}/logs`,
    );
    return { conclusion: run.conclusion, log: await log.text() };
  }

  async #content(repository: string, path: string) {
    const answer = await this.request(
      'GET',
      `repos/acme/${repository}/contents/${path}`,
    );
    return answer.json();
  }
}
