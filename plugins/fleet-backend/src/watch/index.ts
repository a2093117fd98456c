export * from './cluster/ClusterWatcher';
export * from './cluster/ResumeFrom';
export * from './reflector/Semaphore';
export * from './transport/createClusterClient';
export * from './WatchSink';
