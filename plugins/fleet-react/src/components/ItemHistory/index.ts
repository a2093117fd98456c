export * from './ItemHistory';
