import { createContext, useContext } from 'react';

export const Currency = createContext('EUR');
export const useCurrency = () => useContext(Currency);
