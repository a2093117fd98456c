export * from './fleetItemResourceRef';
export * from './ItemScope';
export * from './rules';
export * from './toScopePredicate';
