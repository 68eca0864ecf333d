export const fault = { title: 'fault' } as const;
