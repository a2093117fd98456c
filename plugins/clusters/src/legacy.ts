/**
 * The same pages for apps of the old frontend system.
 *
 * @packageDocumentation
 */
export { isCluster } from './entity/isCluster';
export {
  ClustersPage,
  clustersPlugin,
  EntityClusterCard,
  EntityClusterContent,
} from './legacy/plugin';
export { clustersTranslationRef } from './translation';
