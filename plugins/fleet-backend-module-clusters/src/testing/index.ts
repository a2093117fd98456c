export * from './hub';
export * from './judge';
export * from './magnum';
export * from './times';
