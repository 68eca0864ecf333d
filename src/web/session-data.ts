import 'express-session';

declare module 'express-session' {
  interface SessionData {
    accountId: number;
    flash: string;
  }
}
