export * from './LongText';
