import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { TECHDOCS_ANNOTATION } from '@backstage/plugin-techdocs-common';

export interface DocsPrebuilderOptions {
  auth: AuthService;
  catalog: CatalogService;
  discovery: DiscoveryService;
  logger: LoggerService;
}

/**
 * Builds the documentation of every entity before anyone asks for it.
 *
 * TechDocs builds at the first visit, whose reader finds two missing files
 * and waits, and search knows only what was built. Rendering in Node is cheap
 * enough not to wait for a visit.
 */
export class DocsPrebuilder {
  readonly #options: DocsPrebuilderOptions;
  // Tried once per version of the entity: a visit builds again what changed.
  readonly #tried = new Set<string>();

  static create(options: DocsPrebuilderOptions) {
    return new DocsPrebuilder(options);
  }

  private constructor(options: DocsPrebuilderOptions) {
    this.#options = options;
  }

  /** Builds what is new since the last time. */
  async run(signal: AbortSignal): Promise<void> {
    for (const entity of await this.#documentedEntities()) {
      signal.throwIfAborted();
      const version = `${entity.metadata.uid}@${entity.metadata.etag}`;
      if (!this.#tried.has(version)) {
        this.#tried.add(version);
        await this.#build(entity, signal);
      }
    }
  }

  async #documentedEntities(): Promise<Entity[]> {
    const { auth, catalog } = this.#options;
    const { items } = await catalog.getEntities(
      {
        filter: {
          [`metadata.annotations.${TECHDOCS_ANNOTATION}`]:
            CATALOG_FILTER_EXISTS,
        },
        fields: ['kind', 'metadata'],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return items;
  }

  async #build(entity: Entity, signal: AbortSignal): Promise<void> {
    const { auth, discovery, logger } = this.#options;
    const ref = stringifyEntityRef(entity);
    const { kind, metadata } = entity;
    const path = [metadata.namespace ?? 'default', kind, metadata.name]
      .map(encodeURIComponent)
      .join('/');
    try {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'techdocs',
      });
      const response = await fetch(
        `${await discovery.getBaseUrl('techdocs')}/sync/${path}`,
        { headers: { authorization: `Bearer ${token}` }, signal },
      );
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
      // An event stream that ends when the build does.
      const failure = /^event: error\ndata: (.*)$/m.exec(await response.text());
      if (failure) {
        throw new Error(JSON.parse(failure[1]));
      }
      logger.debug(`Built the documentation of ${ref}`);
    } catch (error) {
      signal.throwIfAborted();
      logger.warn(`Could not build the documentation of ${ref}: ${error}`);
    }
  }
}
