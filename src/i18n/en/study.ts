export const study = { title: 'study' } as const;
