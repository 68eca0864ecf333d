export const finding = { title: 'finding' } as const;
