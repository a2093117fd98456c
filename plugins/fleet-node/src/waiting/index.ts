export * from './Clock';
export * from './formatElapsed';
export * from './retry';
export * from './waitUntil';
