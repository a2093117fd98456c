export * from './RecordSink';
export * from './RowSource';
