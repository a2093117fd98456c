export * from './CauseFacts';
