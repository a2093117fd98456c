export * from './useLocale';
export * from './useNow';
