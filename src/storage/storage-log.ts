/** What storage tells the operator. Never an answer, a key or an e-mail. */
export interface StorageLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export const silentLog: StorageLog = { info() {}, warn() {}, error() {} };
