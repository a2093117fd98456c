export * from './compareTexts';
export * from './Heap';
export * from './isSameJson';
