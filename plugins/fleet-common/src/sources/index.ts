export * from './Coverage';
export * from './SourceInfo';
