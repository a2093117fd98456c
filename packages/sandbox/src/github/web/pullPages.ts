import { Router } from 'express';
import { PagesOptions } from './createPages';

export function pullPages(_options: PagesOptions): Router {
  return Router();
}
