export { ImageStore } from './ImageStore';
export type { PushImageOptions } from './ImageStore';
export { ImageBuildError } from './ImageBuildError';
export { parseReference } from './parseReference';
export type { ImageReference } from './parseReference';
export type { Image, ImageConfig } from './types';
