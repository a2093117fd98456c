export * from './ClusterObstacle';
export * from './isFloatingIpQuota';
export * from './obstaclesIn';
