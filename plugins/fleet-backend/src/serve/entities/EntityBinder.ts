import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_CLOUD,
  ANNOTATION_CLUSTER,
  ANNOTATION_MAGNUM_CLUSTER,
} from '@slipway/backstage-plugin-fleet-common';
import { callerKey } from '../access/callerKey';
import { ShortMemory } from '../access/ShortMemory';
import { EntityBinding } from './EntityBinding';

const KUBERNETES_ID = 'backstage.io/kubernetes-id';
const REMEMBERED_MS = 5_000;
const REMEMBERED_ENTITIES = 2_000;

/** Looks up, with the caller's own rights, what items a catalog entity stands for. */
export class EntityBinder {
  readonly #catalog: CatalogService;
  readonly #bindings: ShortMemory<EntityBinding | undefined>;

  static create(options: {
    catalog: CatalogService;
    now: () => Date;
  }): EntityBinder {
    return new EntityBinder(options);
  }

  private constructor(options: { catalog: CatalogService; now: () => Date }) {
    this.#catalog = options.catalog;
    this.#bindings = new ShortMemory({
      now: options.now,
      milliseconds: REMEMBERED_MS,
      size: REMEMBERED_ENTITIES,
    });
  }

  /** `undefined` for an entity that has no items, or that the caller may not see. */
  async bindingOf(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<EntityBinding | undefined> {
    const ref = completeRef(entityRef);
    const key = JSON.stringify([ref, callerKey(credentials)]);
    return this.#bindings.get(key, async () => {
      const entity = await this.#catalog.getEntityByRef(ref, { credentials });
      return entity && toBinding(entity);
    });
  }
}

function completeRef(entityRef: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(entityRef));
  } catch {
    throw new InputError(
      `"${entityRef}" is not an entity reference (kind:namespace/name)`,
    );
  }
}

function toBinding(entity: Entity): EntityBinding | undefined {
  const owner = entity.relations?.find(
    relation => relation.type === RELATION_OWNED_BY,
  )?.targetRef;
  if (owner === undefined) {
    return undefined;
  }
  const annotations = entity.metadata.annotations ?? {};
  const { kind, name } = getCompoundEntityRef(entity);
  if (kind.toLocaleLowerCase('en-US') === 'component') {
    return {
      kind: 'component',
      name,
      kubernetesId: annotations[KUBERNETES_ID],
      owner,
    };
  }
  const cluster = annotations[ANNOTATION_CLUSTER];
  const cloud = annotations[ANNOTATION_CLOUD];
  const uuid = annotations[ANNOTATION_MAGNUM_CLUSTER];
  const record = cloud && uuid ? { cloud, name: uuid } : undefined;
  return kind.toLocaleLowerCase('en-US') === 'resource' &&
    entity.spec?.type === 'kubernetes-cluster' &&
    cluster
    ? { kind: 'cluster', cluster, record, owner }
    : undefined;
}
