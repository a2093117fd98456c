export * from './judgeLive';
