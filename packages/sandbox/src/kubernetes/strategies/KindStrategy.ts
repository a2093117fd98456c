import { KubernetesObject } from '../../client/types';
import { ClusterCore } from '../ClusterCore';
import { StoredObject } from '../types';

export interface StrategyContext {
  core: ClusterCore;
  object: KubernetesObject;
  /** The stored object that is about to be replaced. */
  live?: StoredObject;
  subresource?: string;
}

/** What the server itself decides about the objects of one kind. */
export interface KindStrategy {
  /** Changes or refuses a new object before its defaults are filled in. */
  admit?(context: StrategyContext): KubernetesObject;
  /** Fills in fields before an object is checked and stored; may refuse. */
  prepare?(context: StrategyContext): KubernetesObject;
}
