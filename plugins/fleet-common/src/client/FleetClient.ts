import { ResponseError } from '@backstage/errors';
import { DefaultApiClient, TypedResponse } from '../schema/openapi';
import {
  FleetFilter,
  FleetIncidentFilter,
  FleetSort,
  FleetSummary,
  ItemDetail,
  LiveObject,
  OperationAnswer,
  ServedIncident,
  ServedIncidents,
  ServedItems,
  ServedSources,
  StreamSubscription,
} from '../served';
import { FleetRequestOptions } from './FleetRequestOptions';

/** How {@link FleetClient} reaches the fleet. @public */
export interface FleetClientOptions {
  /** Tells where the backend is. */
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  /** Fetches as the person who is signed in. */
  fetchApi: { fetch: typeof fetch };
}

/** A page of a list. @public */
export interface PageOptions {
  /**
   * How many at most, up to 100.
   *
   * @defaultValue 50
   */
  limit?: number;
  /** `nextCursor` of the page before. */
  cursor?: string;
}

/**
 * Reads the fleet with the caller's own rights.
 *
 * @public
 */
export class FleetClient {
  readonly #options: FleetClientOptions;

  /** A client of the fleet plugin. */
  static create(options: FleetClientOptions): FleetClient {
    return new FleetClient(options);
  }

  private constructor(options: FleetClientOptions) {
    this.#options = options;
  }

  /** A page of items. */
  async listItems<Details = unknown>(
    query: { filter?: FleetFilter; sort?: FleetSort } & PageOptions = {},
    options?: FleetRequestOptions,
  ): Promise<ServedItems<Details>> {
    const { filter, sort, limit, cursor } = query;
    return read(
      await this.#api(options).listItems({
        query: {
          ...filter,
          sort: sort?.field,
          order: sort?.order,
          limit,
          cursor,
        },
      }),
    );
  }

  /** All that is known of one item. */
  async getItem<Details = unknown>(
    id: string,
    options?: FleetRequestOptions,
  ): Promise<ItemDetail<Details>> {
    return read(await this.#api(options).getItem({ path: { id } }));
  }

  /** A page of incidents, worst first. */
  async listIncidents(
    query: { filter?: FleetIncidentFilter } & PageOptions = {},
    options?: FleetRequestOptions,
  ): Promise<ServedIncidents> {
    const { filter, limit, cursor } = query;
    return read(
      await this.#api(options).listIncidents({
        query: { ...filter, limit, cursor },
      }),
    );
  }

  /** One incident. */
  async getIncident(
    id: string,
    options?: FleetRequestOptions,
  ): Promise<ServedIncident> {
    return read(await this.#api(options).getIncident({ path: { id } }));
  }

  /** How many items are how. */
  async getSummary(
    filter: Pick<
      FleetFilter,
      'domain' | 'cluster' | 'namespace' | 'owner' | 'entityRef'
    > = {},
    options?: FleetRequestOptions,
  ): Promise<FleetSummary> {
    return read(await this.#api(options).getSummary({ query: filter }));
  }

  /** All sources with what is known of their resources. */
  async listSources(options?: FleetRequestOptions): Promise<ServedSources> {
    return read(await this.#api(options).listSources({}));
  }

  /** One object of an item's chain as it is in its cluster now. */
  async getObject(
    query: { item: string; kind: string; namespace?: string; name: string },
    options?: FleetRequestOptions,
  ): Promise<LiveObject> {
    return read(await this.#api(options).getObject({ query }));
  }

  /** Runs an operation, or asks with `dryRun` what it would change. */
  async runOperation(
    request: { item: string; operation: string; dryRun?: boolean },
    options?: FleetRequestOptions,
  ): Promise<OperationAnswer> {
    const { item: id, operation, dryRun } = request;
    const response = await this.#api(options).runOperation({
      path: { id, operation },
      body: { dryRun },
    });
    // A refusal is an answer, not a failure.
    return response.status === 409
      ? ((await response.json()) as OperationAnswer)
      : read(response);
  }

  /**
   * Opens the stream of changes. The body holds server-sent events: `hello`,
   * `change` (StreamChange) and `reset`; the caller reads it and reconnects.
   */
  async openStream(
    request: { subscriptions: StreamSubscription[]; lastEventId?: string },
    options?: FleetRequestOptions,
  ): Promise<Response> {
    const { subscriptions, lastEventId } = request;
    const response = await this.#api(options).openStream({
      query: { subscriptions: JSON.stringify(subscriptions), lastEventId },
    });
    return (await checked(response)) as unknown as Response;
  }

  #api(options: FleetRequestOptions = {}): DefaultApiClient {
    const { discoveryApi, fetchApi } = this.#options;
    // The generated client knows neither signals nor headers of a request.
    return new DefaultApiClient({
      discoveryApi,
      fetchApi: {
        fetch: (url, init) =>
          fetchApi.fetch(url, {
            ...init,
            headers: {
              ...(init?.headers as Record<string, string> | undefined),
              ...(options.token && {
                authorization: `Bearer ${options.token}`,
              }),
            },
            signal: options.signal,
          }),
      },
    });
  }
}

async function read<T>(response: TypedResponse<unknown>): Promise<T> {
  return (await (await checked(response)).json()) as T;
}

async function checked(
  response: TypedResponse<unknown>,
): Promise<TypedResponse<unknown>> {
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return response;
}
