import { Router } from 'express';
import { PagesOptions } from './createPages';

export function homePages(_options: PagesOptions): Router {
  return Router();
}
