import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  EntityProviderConnection,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';

/** What the catalog has of one provider. */
export class FakeCatalog implements EntityProviderConnection {
  readonly entities = new Map<string, Entity>();
  readonly mutations: EntityProviderMutation['type'][] = [];
  readonly #waiting: (() => void)[] = [];

  async applyMutation(mutation: EntityProviderMutation): Promise<void> {
    this.mutations.push(mutation.type);
    if (mutation.type === 'full') {
      this.entities.clear();
    }
    const added = mutation.type === 'full' ? mutation.entities : mutation.added;
    for (const { entity } of added) {
      this.entities.set(stringifyEntityRef(entity), entity);
    }
    this.#waiting.splice(0).forEach(resolve => resolve());
  }

  /** The next mutation. */
  next(): Promise<void> {
    return new Promise(resolve => this.#waiting.push(resolve));
  }

  async refresh(): Promise<void> {}

  names(): string[] {
    return [...this.entities.values()].map(({ metadata }) => metadata.name);
  }
}
