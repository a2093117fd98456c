export * from './CloudDefinition';
