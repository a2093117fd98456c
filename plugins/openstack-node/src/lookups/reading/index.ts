export * from './toAvailabilityZone';
export * from './toFlavor';
export * from './toImage';
export * from './toKeypair';
export * from './toNetwork';
export * from './toSubnet';
