export * from './Version';
export * from './waitForDelivery';
export * from './WorkflowRuns';
