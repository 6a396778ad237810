import { useEffect, useRef } from 'react';

type Props = {
  label: string;
  /** How many rows are picked, of how many that it stands for. */
  picked: number;
  of: number;
  onPick(picked: boolean): void;
};

/** A tick box for a row or for all of them; it says where only some are picked. */
export function PickBox({ label, picked, of, onPick }: Props) {
  const box = useRef<HTMLInputElement>(null);
  const some = picked > 0 && picked < of;
  useEffect(() => {
    if (box.current) box.current.indeterminate = some;
  }, [some]);
  return (
    <span className="tick-target">
      <input
        ref={box}
        className="tick"
        type="checkbox"
        aria-label={label}
        checked={of > 0 && picked >= of}
        onChange={(event) => onPick(event.target.checked)}
      />
    </span>
  );
}
