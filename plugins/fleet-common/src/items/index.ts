export * from './Change';
export * from './EvidenceStep';
export * from './Finding';
export * from './FleetEvent';
export * from './FleetItem';
export * from './ItemRef';
export * from './ObjectRef';
export * from './Remedy';
