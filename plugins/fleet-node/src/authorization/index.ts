export * from './groupRefOf';
export * from './isTokenExpired';
export * from './OwnerAuthorizer';
