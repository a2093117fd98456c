export * from './application';
export * from './project';
