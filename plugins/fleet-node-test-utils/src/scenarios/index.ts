export * from './findDisagreements';
export * from './loadScenario';
