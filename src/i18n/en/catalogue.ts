// One namespace a file, so that a message is found by its key: respond:next stands in respond.ts.

import { account } from './account.ts';
import { common } from './common.ts';
import { fault } from './fault.ts';
import { finding } from './finding.ts';
import { problem } from './problem.ts';
import { respond } from './respond.ts';
import { statistics } from './statistics.ts';
import { study } from './study.ts';

export const en = { account, common, fault, finding, problem, respond, statistics, study } as const;
