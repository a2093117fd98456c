export * from './formatDate';
export * from './useLocale';
export * from './useNow';
