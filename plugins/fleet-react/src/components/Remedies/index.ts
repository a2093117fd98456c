export * from './Remedies';
export * from './useOperation';
