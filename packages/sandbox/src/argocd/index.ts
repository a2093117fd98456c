export { startArgoCd } from './startArgoCd';
export type { ArgoCd, StartArgoCdOptions } from './startArgoCd';
export { argoCdNamespaceObjects } from './argoCdNamespaceObjects';
export type { Application, ApplicationSpec, AppProject } from './types';
