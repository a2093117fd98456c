import { setTimeout as delay } from 'node:timers/promises';
import type { Endpoints } from './startPlatform.ts';

/** A finished scaffolder task. */
export interface TaskResult {
  id: string;
  status: 'completed' | 'failed' | 'cancelled' | 'processing' | 'open';
  /** All log lines, in order. */
  log: string;
  output: { links?: { title: string; url?: string; entityRef?: string }[] };
}

const TASK_MS = 120_000;

/** Backstage's HTTP API as one of the people of the sandbox uses it. */
export class BackstageApi {
  readonly #url: string;
  readonly #token: string;

  static async signIn(
    endpoints: Endpoints,
    person: string,
  ): Promise<BackstageApi> {
    const response = await fetch(
      `${endpoints.backstage.url}/api/auth/sandbox/refresh`,
      { headers: { 'x-slipway-sandbox-user': person } },
    );
    const { backstageIdentity } = await response.json();
    return new BackstageApi(endpoints.backstage.url, backstageIdentity.token);
  }

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  async request(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.#url}/api/${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/json',
        ...init.headers,
      },
    });
  }

  /** Starts a template; the task's id. */
  async startTemplate(
    template: string,
    values: Record<string, unknown>,
  ): Promise<string> {
    const response = await this.request('scaffolder/v2/tasks', {
      method: 'POST',
      body: JSON.stringify({
        templateRef: `template:default/${template}`,
        values,
      }),
    });
    const answer = await response.json();
    if (!response.ok) {
      throw new Error(JSON.stringify(answer));
    }
    return answer.id;
  }

  /** Waits until a task has ended, however. */
  async waitForTask(id: string): Promise<TaskResult> {
    const deadline = Date.now() + TASK_MS;
    while (Date.now() < deadline) {
      const result = await this.readTask(id);
      if (!['open', 'processing'].includes(result.status)) {
        return result;
      }
      await delay(250);
    }
    const { log } = await this.readTask(id);
    throw new Error(`task ${id} does not end:\n${log}`);
  }

  async readTask(id: string): Promise<TaskResult> {
    const task = await (await this.request(`scaffolder/v2/tasks/${id}`)).json();
    const events: {
      body: { message?: string; output?: TaskResult['output'] };
    }[] = await (await this.request(`scaffolder/v2/tasks/${id}/events`)).json();
    return {
      id,
      status: task.status,
      log: events.map(event => event.body.message ?? '').join('\n'),
      output: events.find(event => event.body.output)?.body.output ?? {},
    };
  }

  async cancelTask(id: string): Promise<void> {
    await this.request(`scaffolder/v2/tasks/${id}/cancel`, { method: 'POST' });
  }

  async retryTask(id: string): Promise<void> {
    await this.request(`scaffolder/v2/tasks/${id}/retry`, {
      method: 'POST',
      body: '{}',
    });
  }
}
