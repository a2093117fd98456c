export * from './isCredentialRefused';
export * from './isNotFound';
export * from './isTransientOpenStackError';
export * from './OpenStackError';
