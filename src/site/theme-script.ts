/**
 * The one inline script of a page: sets the theme that the reader chose before anything is painted.
 * Its hash stands in the Content-Security-Policy.
 */
export const themeScript = `try{let t=localStorage.getItem("theme");if(t)document.documentElement.dataset.theme=t}catch{}`;
