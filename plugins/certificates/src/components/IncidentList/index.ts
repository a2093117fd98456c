export * from './IncidentList';
