import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  FleetSummary,
  ItemDetail,
  ServedIncident,
  ServedIncidents,
  ServedItems,
  ServedSources,
} from '@slipway/backstage-plugin-fleet-common';
import { Access } from './access/Access';
import { AccessResolver } from './access/AccessResolver';
import { FleetWatch, WatchSubscription } from './changes/FleetWatch';
import { EntityBinder } from './entities/EntityBinder';
import { EntityBinding } from './entities/EntityBinding';
import { FleetView, ViewVersion } from './FleetView';
import { IncidentsQuery } from './incidents/listIncidents';
import { ItemsFilter } from './items/ItemsFilter';
import { ItemsQuery } from './items/listItems';

/** What {@link AuthorizedFleetView} decides with. */
export interface AuthorizedFleetViewOptions {
  inner: FleetView<Access>;
  access: AccessResolver;
  entities: EntityBinder;
}

/** Shows each caller only what the policy lets them see. */
export class AuthorizedFleetView implements FleetView<BackstageCredentials> {
  readonly #inner: FleetView<Access>;
  readonly #access: AccessResolver;
  readonly #entities: EntityBinder;

  static create(options: AuthorizedFleetViewOptions): AuthorizedFleetView {
    return new AuthorizedFleetView(options);
  }

  private constructor(options: AuthorizedFleetViewOptions) {
    this.#inner = options.inner;
    this.#access = options.access;
    this.#entities = options.entities;
  }

  async version(
    credentials: BackstageCredentials,
    filter: ItemsFilter = {},
  ): Promise<ViewVersion> {
    const access = await this.#access.accessOf(credentials);
    const { entity } = await this.#bound(filter, credentials);
    const { revision } = await this.#inner.version(access, filter);
    return { revision, key: JSON.stringify([revision, access.key, entity]) };
  }

  async listItems(
    credentials: BackstageCredentials,
    query: ItemsQuery,
  ): Promise<ServedItems> {
    const access = await this.#access.accessOf(credentials);
    const filter = await this.#bound(query.filter, credentials);
    return this.#inner.listItems(access, { ...query, filter });
  }

  async getItem(
    credentials: BackstageCredentials,
    id: string,
  ): Promise<ItemDetail | undefined> {
    const access = await this.#access.accessOf(credentials);
    return this.#inner.getItem(access, id);
  }

  async listIncidents(
    credentials: BackstageCredentials,
    query: IncidentsQuery,
  ): Promise<ServedIncidents> {
    const access = await this.#access.accessOf(credentials);
    const filter = await this.#bound(query.filter, credentials);
    return this.#inner.listIncidents(access, { ...query, filter });
  }

  async getIncident(
    credentials: BackstageCredentials,
    id: string,
  ): Promise<ServedIncident | undefined> {
    const access = await this.#access.accessOf(credentials);
    return this.#inner.getIncident(access, id);
  }

  async getSummary(
    credentials: BackstageCredentials,
    filter?: ItemsFilter,
  ): Promise<FleetSummary> {
    const access = await this.#access.accessOf(credentials);
    return this.#inner.getSummary(
      access,
      await this.#bound(filter, credentials),
    );
  }

  async listSources(credentials: BackstageCredentials): Promise<ServedSources> {
    return this.#inner.listSources(await this.#access.accessOf(credentials));
  }

  async watch(
    credentials: BackstageCredentials,
    subscriptions: WatchSubscription[],
  ): Promise<FleetWatch> {
    const access = await this.#access.accessOf(credentials);
    const bound = await Promise.all(
      subscriptions.map(async subscription =>
        subscription.kind === 'items' || subscription.kind === 'incidents'
          ? ({
              ...subscription,
              filter: await this.#bound(subscription.filter, credentials),
            } as WatchSubscription)
          : subscription,
      ),
    );
    return this.#inner.watch(access, bound);
  }

  // A binding that somebody else put into the filter is never believed.
  async #bound<F extends { entityRef?: string; entity?: EntityBinding }>(
    filter: F | undefined,
    credentials: BackstageCredentials,
  ): Promise<F & { entity?: EntityBinding }> {
    const entity =
      filter?.entityRef === undefined
        ? undefined
        : await this.#entities.bindingOf(filter.entityRef, credentials);
    return { ...(filter as F), entity };
  }
}
