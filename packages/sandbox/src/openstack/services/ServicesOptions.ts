import { RequestHandler } from 'express';
import { ClusterRecord } from '../magnum/store/records';

export interface ServicesOptions {
  url: string;
  clusters: () => readonly ClusterRecord[];
  requireToken: (service: string, prefix: string) => RequestHandler;
}
