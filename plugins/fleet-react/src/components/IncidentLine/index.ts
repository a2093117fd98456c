export * from './IncidentLine';
