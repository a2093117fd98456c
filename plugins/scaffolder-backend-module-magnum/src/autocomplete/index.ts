export * from './createAutocompleteHandler';
