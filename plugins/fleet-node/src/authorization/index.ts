export * from './groupRefOf';
export * from './OwnerAuthorizer';
