import { definitionStrategy } from './definitionStrategy';
import { KindStrategy } from './KindStrategy';
import { namespaceStrategy } from './namespaceStrategy';
import { podStrategy } from './podStrategy';

const STRATEGIES: Record<string, KindStrategy> = {
  namespaces: namespaceStrategy,
  pods: podStrategy,
  'apiextensions.k8s.io/customresourcedefinitions': definitionStrategy,
};

const NONE: KindStrategy = {};

/** The strategy of the kind kept in a storage. */
export function strategyOf(storage: string): KindStrategy {
  return STRATEGIES[storage] ?? NONE;
}
