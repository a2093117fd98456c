export * from './ObjectButton';
export * from './ObjectDrawer';
