export * from './accounts';
export * from './events';
export * from './pages';
export * from './pulls';
export * from './repositories';
export * from './server';
export * from './workflows';
