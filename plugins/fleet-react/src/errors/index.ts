export * from './isNotFound';
