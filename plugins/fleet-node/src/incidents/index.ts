export * from './IncidentBook';
