export * from './LiveState';
export * from './useLiveState';
