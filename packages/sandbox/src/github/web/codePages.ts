import { Router } from 'express';
import { PagesOptions } from './createPages';

export function codePages(_options: PagesOptions): Router {
  return Router();
}
