export * from './matchesFieldSelector';
export * from './matchesLabelSelector';
