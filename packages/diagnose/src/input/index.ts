export * from './judgeFiles';
