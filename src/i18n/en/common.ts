// Words that stand on more than one kind of page.
export const common = {
  product: 'Axial',
  'skip-to-content': 'Skip to content',
  save: 'Save',
  cancel: 'Cancel',
  delete: 'Delete',
  add: 'Add',
  back: 'Back',
  close: 'Close',
  yes: 'Yes',
  no: 'No',
  language: 'Language',
  'sign-out': 'Sign out',
  studies: 'Studies',
  account: 'Account',
  'page-unnamed': 'Page',
} as const;
