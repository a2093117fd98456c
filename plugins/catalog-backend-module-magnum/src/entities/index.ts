export * from './nameClusters';
export * from './toClusterEntity';
