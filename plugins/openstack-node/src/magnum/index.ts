export * from './bodies';
export * from './MagnumClient';
export * from './MagnumReader';
