export * from './RowChange';
export * from './RowStore';
