export * from './Choice';
export * from './Choices';
export * from './findChoice';
export * from './knownChoices';
export * from './useChoices';
