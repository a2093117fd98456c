export * from './ObjectButton';
export * from './ObjectDrawer';
export * from './NameOfObject';
