export * from './RootLink';
