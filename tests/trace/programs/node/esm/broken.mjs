export const prices = {
  pen: 1.5
  ink: 2,
};
