export * from './expiredCertificate';
export * from './judge';
export * from './objects';
export * from './times';
