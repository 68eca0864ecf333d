export const statistics = { title: 'statistics' } as const;
