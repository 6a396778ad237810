/** The keys that act on the list, in its foot. */
export function SearchKeys() {
  return (
    <div className="listbox-foot">
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> choose
      </span>
      <span>
        <kbd>Enter</kbd> align
      </span>
      <span>
        <kbd>Alt</kbd> <kbd>P</kbd> pin
      </span>
      <span>
        <kbd>Esc</kbd> close
      </span>
    </div>
  );
}
