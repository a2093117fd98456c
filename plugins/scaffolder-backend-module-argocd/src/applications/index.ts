export * from './Application';
export * from './deleteApplication';
export * from './judgeApplication';
export * from './syncApplication';
export * from './waitForApplication';
