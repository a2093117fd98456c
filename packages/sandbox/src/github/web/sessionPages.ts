import { Router } from 'express';
import { PagesOptions } from './createPages';

export function sessionPages(_options: PagesOptions): Router {
  return Router();
}
