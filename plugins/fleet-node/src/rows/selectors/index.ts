export * from './labelLookups';
export * from './matchesFieldSelector';
export * from './matchesLabelSelector';
