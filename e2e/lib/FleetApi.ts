import assert from 'node:assert/strict';
import { BackstageApi } from './BackstageApi.ts';
import type {
  FleetIncident,
  FleetItem,
  FleetLists,
  FleetSource,
} from './fleetAnswers.ts';
import { FleetStream, type FleetSubscription } from './FleetStream.ts';
import type { Endpoints } from './startPlatform.ts';

/** An answer that has been read. */
export interface FleetAnswer<T> {
  status: number;
  etag: string | null;
  text: string;
  /** Only what a good answer is. */
  body: T;
}

/** What an agent is answered. */
export interface ToolResult {
  isError?: boolean;
  structuredContent: FleetLists;
}

/** The fleet as one person sees it, on all ways on which it can be asked. */
export class FleetApi {
  /** Every answer and every stream, to look for what must not be in them. */
  readonly #answers: string[] = [];
  readonly #streams: FleetStream[] = [];
  readonly #api: BackstageApi;

  static async signIn(endpoints: Endpoints, person: string): Promise<FleetApi> {
    return new FleetApi(await BackstageApi.signIn(endpoints, person));
  }

  private constructor(api: BackstageApi) {
    this.#api = api;
  }

  async request<T = FleetLists>(
    path: string,
    init: RequestInit = {},
  ): Promise<FleetAnswer<T>> {
    const answer = await this.#api.request(path, init);
    const text = await answer.text();
    this.#answers.push(text);
    const isJson = answer.headers.get('content-type')?.includes('json');
    return {
      status: answer.status,
      etag: answer.headers.get('etag'),
      text,
      body: isJson ? JSON.parse(text) : undefined,
    };
  }

  /** What the fleet answers to a good question. */
  async read<T = FleetLists>(path: string): Promise<T> {
    const { status, body, text } = await this.request<T>(`fleet/${path}`);
    assert.equal(status, 200, text);
    return body;
  }

  /** Items by id. */
  async items(query = ''): Promise<Map<string, FleetItem>> {
    const { items } = await this.read(`items?limit=100&${query}`);
    return new Map(items.map(item => [item.id, item]));
  }

  /** An item that is there. */
  async itemOf(id: string): Promise<FleetItem> {
    const item = (await this.items()).get(id);
    assert.ok(item, `${id} is not there`);
    return item;
  }

  async incidents(query = ''): Promise<FleetIncident[]> {
    return (await this.read(`incidents?${query}`)).incidents;
  }

  /** A cluster by its name. */
  async source(name: string): Promise<FleetSource> {
    const { sources } = await this.read('sources');
    const found = sources.find(source => source.name === name);
    assert.ok(found, `there is no source ${name}`);
    return found;
  }

  async item(id: string): Promise<FleetAnswer<{ item: FleetItem }>> {
    return this.request(`fleet/items/${encodeURIComponent(id)}`);
  }

  async operate(
    id: string,
    operation: string,
    dryRun: boolean,
  ): Promise<FleetAnswer<object>> {
    return this.request(
      `fleet/items/${encodeURIComponent(id)}/operations/${operation}`,
      { method: 'POST', body: JSON.stringify({ dryRun }) },
    );
  }

  /** What an agent that acts for this person gets. */
  async callTool(name: string, input: object = {}): Promise<ToolResult> {
    const { text } = await this.request('mcp-actions/v1', {
      method: 'POST',
      headers: { accept: 'application/json, text/event-stream' },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: `fleet.${name}`, arguments: input },
      }),
    });
    const [, json] = /^data: (.*)$/m.exec(text) ?? [];
    assert.ok(json, text);
    return JSON.parse(json).result;
  }

  async openStream(
    kinds: FleetSubscription['kind'][] = ['items', 'incidents', 'sources'],
  ): Promise<FleetStream> {
    const stream = await FleetStream.open(
      this.#api,
      kinds.map(kind => ({ id: kind, kind })),
    );
    this.#streams.push(stream);
    return stream;
  }

  /** All that this person was ever told. */
  told(): string {
    const streams = this.#streams.map(({ text }) => text);
    return [...this.#answers, ...streams].join('\n');
  }

  close(): void {
    this.#streams.forEach(stream => stream.close());
  }
}
