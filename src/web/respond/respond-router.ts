import { Router } from 'express';
import type { Deps } from '../../actions/deps.ts';
import type { WebConfig } from '../config.ts';

export function respondRouter(_deps: Deps, _config: WebConfig): Router {
  return Router();
}
