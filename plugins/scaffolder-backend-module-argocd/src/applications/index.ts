export * from './Application';
export * from './judgeApplication';
export * from './waitForApplication';
