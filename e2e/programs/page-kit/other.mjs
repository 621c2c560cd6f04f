export const word = 'a module runs';
