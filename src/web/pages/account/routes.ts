import type { Route } from '../../page-context.ts';
import { saveLanguage } from './language.ts';
import { saveInvitation, saveMember, showMembers } from './members.ts';
import {
  saveJoin,
  saveResetPassword,
  saveSetUp,
  showJoin,
  showResetPassword,
  showSetUp,
} from './new-account.ts';
import { savePassword, showAccount } from './show-account.ts';
import { saveSignIn, saveSignOut, showHome, showSignIn } from './sign-in.ts';

export const accountRoutes: readonly Route[] = [
  { method: 'get', path: '/', access: 'public', handle: showHome },
  { method: 'get', path: '/sign-in', access: 'public', handle: showSignIn },
  { method: 'post', path: '/sign-in', access: 'public', handle: saveSignIn },
  { method: 'post', path: '/sign-out', access: 'public', handle: saveSignOut },
  { method: 'post', path: '/language', access: 'public', handle: saveLanguage },
  { method: 'get', path: '/set-up/:secret', access: 'public', handle: showSetUp },
  { method: 'post', path: '/set-up/:secret', access: 'public', handle: saveSetUp },
  { method: 'get', path: '/join/:secret', access: 'public', handle: showJoin },
  { method: 'post', path: '/join/:secret', access: 'public', handle: saveJoin },
  { method: 'get', path: '/reset-password/:secret', access: 'public', handle: showResetPassword },
  { method: 'post', path: '/reset-password/:secret', access: 'public', handle: saveResetPassword },
  { method: 'get', path: '/account', access: 'signed-in', handle: showAccount },
  { method: 'post', path: '/account/password', access: 'signed-in', handle: savePassword },
  { method: 'get', path: '/studies/:studyKey/members', access: 'manage-members', handle: showMembers },
  { method: 'post', path: '/studies/:studyKey/members', access: 'manage-members', handle: saveMember },
  {
    method: 'post',
    path: '/studies/:studyKey/invitations',
    access: 'manage-members',
    handle: saveInvitation,
  },
];
