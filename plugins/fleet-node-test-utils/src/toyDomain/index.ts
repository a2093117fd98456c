export * from './toyDomain';
export * from './toyObjects';
export * from './toyResources';
export * from './ToyFleet';
