export const respond = { title: 'respond' } as const;
