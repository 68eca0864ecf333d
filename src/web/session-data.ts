import 'express-session';

declare module 'express-session' {
  interface SessionData {
    accountId: number;
    flash: string;
    language: string;
    /** Where a visitor wanted to go before signing in. */
    wanted: string;
  }
}
