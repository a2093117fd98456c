export * from './certificatePermissions';
