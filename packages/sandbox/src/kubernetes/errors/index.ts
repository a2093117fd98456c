export * from './StatusError';
export * from './statusErrors';
