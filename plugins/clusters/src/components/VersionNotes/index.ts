export * from './VersionNotes';
