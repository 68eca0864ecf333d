import type { common as english } from '../en/common.ts';
import type { SameMessages } from '../same-messages.ts';

export const common = {
  product: 'آکسیال',
  'skip-to-content': 'رفتن به محتوا',
  save: 'ذخیره',
  cancel: 'انصراف',
  delete: 'حذف',
  add: 'افزودن',
  back: 'بازگشت',
  close: 'بستن',
  yes: 'بله',
  no: 'خیر',
  language: 'زبان',
  'sign-out': 'خروج',
  studies: 'پژوهش‌ها',
  account: 'حساب',
  'page-unnamed': 'صفحه',
} as const satisfies SameMessages<typeof english>;
