export * from './parseLabelSelector';
export * from './matchesLabels';
export * from './parseFieldSelector';
export * from './fieldSelectors';
export * from './selectorOf';
