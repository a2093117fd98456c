import type { KubernetesObjectApi } from '@kubernetes/client-node';
import { connect } from './connect';
import { HubConfig } from './HubConfig';
import { HubError, isNotFound } from './HubError';
import {
  DesiredObject,
  KubernetesObject,
  ObjectReference,
} from './KubernetesObject';
import { loadLibrary } from './loadLibrary';

/** Field manager of everything that these actions write. */
export const FIELD_MANAGER = 'slipway';

/** A namespace on one hub: Argo CD's, unless another one was asked for. */
export class Hub {
  readonly name: string;
  readonly namespace: string;
  readonly #api: KubernetesObjectApi;

  static create(config: HubConfig, signal?: AbortSignal): Hub {
    return new Hub(config, connect(config, signal));
  }

  private constructor(
    place: Pick<HubConfig, 'name' | 'namespace'>,
    api: KubernetesObjectApi,
  ) {
    this.name = place.name;
    this.namespace = place.namespace;
    this.#api = api;
  }

  /** Another namespace of the same hub. */
  in(namespace: string): Hub {
    return new Hub({ name: this.name, namespace }, this.#api);
  }

  /** The object, or `undefined` when there is none. */
  async find<T extends KubernetesObject>(
    reference: ObjectReference,
  ): Promise<T | undefined> {
    try {
      return (await this.#ask(() =>
        this.#api.read(this.#header(reference)),
      )) as T;
    } catch (error) {
      if (isNotFound(error)) {
        return undefined;
      }
      throw error;
    }
  }

  async list<T extends KubernetesObject>(
    kind: { apiVersion: string; kind: string },
    labelSelector?: string,
  ): Promise<T[]> {
    const { items } = await this.#ask(() =>
      this.#api.list(
        kind.apiVersion,
        kind.kind,
        this.namespace,
        undefined,
        undefined,
        undefined,
        undefined,
        labelSelector,
      ),
    );
    return items as T[];
  }

  /** Server-side apply; fields of ours that somebody else took come back to us. */
  async apply(
    object: DesiredObject,
    options: { dryRun?: boolean } = {},
  ): Promise<KubernetesObject> {
    return (await this.#ask(() =>
      this.#api.patch(
        {
          ...object,
          metadata: { ...object.metadata, namespace: this.namespace },
        },
        undefined,
        options.dryRun ? 'All' : undefined,
        FIELD_MANAGER,
        true,
        loadLibrary().PatchStrategy.ServerSideApply,
      ),
    )) as KubernetesObject;
  }

  /** Merge patch. With `resourceVersion` it fails when the object changed meanwhile. */
  async patch<T extends KubernetesObject>(
    reference: ObjectReference,
    patch: { metadata?: object; [field: string]: unknown },
  ): Promise<T> {
    const header = this.#header(reference);
    return (await this.#ask(() =>
      this.#api.patch(
        {
          ...patch,
          ...header,
          metadata: { ...patch.metadata, ...header.metadata },
        },
        undefined,
        undefined,
        FIELD_MANAGER,
        undefined,
        loadLibrary().PatchStrategy.MergePatch,
      ),
    )) as T;
  }

  async delete(reference: ObjectReference): Promise<void> {
    await this.#ask(() => this.#api.delete(this.#header(reference)));
  }

  #header({ apiVersion, kind, name }: ObjectReference) {
    return { apiVersion, kind, metadata: { name, namespace: this.namespace } };
  }

  async #ask<T>(request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (error) {
      throw HubError.from(this.name, error);
    }
  }
}
