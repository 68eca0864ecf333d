import { type Fault, fault } from './fault.ts';

const MIN_PASSWORD = 10;
const MAX_PASSWORD = 128;
const MAX_NAME = 100;
const MAX_EMAIL = 254;

export function checkPassword(password: string, place = 'password'): Fault[] {
  if (password.length < MIN_PASSWORD) return [fault(place, 'password-short', { needed: MIN_PASSWORD })];
  if (password.length > MAX_PASSWORD) return [fault(place, 'password-long', { limit: MAX_PASSWORD })];
  return [];
}

export function checkName(name: string): Fault[] {
  return name.length === 0 || name.length > MAX_NAME
    ? [fault('name', 'name-length', { limit: MAX_NAME })]
    : [];
}

/** Addresses are the same whatever their case. */
export function foldEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

/** An address that has one @ with something on both sides; whether it exists, only a mail can tell. */
export function checkEmail(email: string): Fault[] {
  const plausible = /^[^\s@]+@[^\s@]+$/.test(email) && email.length <= MAX_EMAIL;
  return plausible ? [] : [fault('email', 'email-implausible')];
}
