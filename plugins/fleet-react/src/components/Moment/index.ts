export * from './Moment';
