export { startActions } from './startActions';
export type { Actions, StartActionsOptions } from './startActions';
export { defaultRunnerScaleSet } from './arc/defaultRunnerScaleSet';
export type { DefaultRunnerScaleSetOptions } from './arc/defaultRunnerScaleSet';
