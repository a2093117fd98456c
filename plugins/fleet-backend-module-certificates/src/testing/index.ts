export * from './expiredCertificate';
export * from './judge';
export * from './LiveCluster';
export * from './objects';
export * from './times';
