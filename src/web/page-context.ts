import type { Request, Response } from 'express';
import type { Deps } from '../actions/deps.ts';
import type { StudyActor } from '../actions/study-actor.ts';
import type { Account } from '../domain/account.ts';
import type { Permission } from '../domain/permission.ts';
import { problems } from '../domain/problem.ts';
import type { Translator } from '../i18n/translator.ts';
import type { WebConfig } from './config.ts';

/** What middleware has found out about a request of the staff pages before its handler runs. */
export interface PageContext {
  readonly deps: Deps;
  readonly config: WebConfig;
  readonly t: Translator;
  readonly account: Account | null;
  /** An address at which a page like this one can be shown by GET: the language switch leads there. */
  readonly here: string;
  /** Set on routes whose path has :studyKey. */
  readonly actor: StudyActor | null;
}

export type Handler = (request: Request, response: Response, context: PageContext) => Promise<void> | void;

/** Who may call a route: anybody, anybody who is signed in, or members of :studyKey with the permission. */
export type Access = 'public' | 'signed-in' | Permission;

export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly access: Access;
  readonly handle: Handler;
}

/** For handlers of routes that are not public. */
export function accountOf(context: PageContext): Account {
  if (!context.account) throw problems.signInNeeded();
  return context.account;
}

/** For handlers of routes whose path has :studyKey. */
export function actorOf(context: PageContext): StudyActor {
  if (!context.actor) throw problems.studyUnknown();
  return context.actor;
}
