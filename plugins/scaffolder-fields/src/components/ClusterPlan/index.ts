export { clusterPlanField } from './clusterPlanField';
