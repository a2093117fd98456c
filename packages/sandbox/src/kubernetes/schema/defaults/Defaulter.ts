import { JsonObject } from '../types';

/** Changes a copy of an object of one kind. */
export type Defaulter = (object: JsonObject) => void;
