export * from './DumpCluster';
export * from './dumpInput';
export * from './judgeScenario';
export * from './objectsOf';
export * from './readDocuments';
export * from './readScenario';
export * from './Scenario';
export * from './UnreadableTextError';
