/** A locale's messages as the build compiles them (scripts/words.ts). */
declare module '*.words' {
  const words: import('./words.ts').Words;
  export default words;
}
