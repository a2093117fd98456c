export * from './bodies';
export * from './MagnumClient';
