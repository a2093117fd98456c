export * from './clusterMarkLabels';
export * from './ClusterMarks';
