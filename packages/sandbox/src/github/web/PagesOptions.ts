import { Router } from 'express';
import { Services } from '../Services';
import { Sessions } from './createSessions';

/** What all pages work with. */
export interface PagesOptions {
  services: Services;
  sessions: Sessions;
  /** Pages of other rooms, asked first. */
  others: Router;
  credentialsFile: string | undefined;
}
