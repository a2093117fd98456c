export { openStackFaults } from './openStackFaults';
export { startOpenStack } from './startOpenStack';
export type {
  AdoptedCluster,
  ClusterBackend,
  ClusterHealth,
  ClusterOrder,
  ClusterSummary,
  NodeGroupPlan,
  OpenStack,
  OpenStackFault,
  RecordedCloud,
  Role,
  SeedProject,
  SeedUser,
  Speed,
  StartOpenStackOptions,
} from './types';
