declare module 'virtual:embed-styles' {
  const styles: string;
  export default styles;
}
