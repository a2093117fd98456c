export * from './conclude';
export * from './writeJson';
export * from './writeTable';
