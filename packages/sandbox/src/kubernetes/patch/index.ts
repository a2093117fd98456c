export { PatchError } from './PatchError';
export { applyJsonPatch } from './applyJsonPatch';
export { applyMergePatch } from './applyMergePatch';
export { applyStrategicMergePatch } from './applyStrategicMergePatch';
