export * from './toComputeLimits';
export * from './toNetworkQuota';
export * from './toVolumeLimits';
