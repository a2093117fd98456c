export * from './isInvalid';
export * from './readForm';
