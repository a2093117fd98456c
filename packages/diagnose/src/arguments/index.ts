export * from './DiagnoseArguments';
export * from './readArguments';
export * from './usage';
