import { Router } from 'express';
import { PagesOptions } from './createPages';

export function commitPages(_options: PagesOptions): Router {
  return Router();
}
