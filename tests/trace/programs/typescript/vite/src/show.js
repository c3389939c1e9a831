export const show = (value) => console.log(value);
