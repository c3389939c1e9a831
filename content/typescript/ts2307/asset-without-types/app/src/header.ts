import logo from './logo.svg';

export const header = (shop: string): string => `<header><img src="${logo}" alt="${shop}"></header>`;
