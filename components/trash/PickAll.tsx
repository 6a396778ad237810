import { useEffect, useRef } from 'react';

type Props = {
  /** How many rows are picked, of how many that are shown. */
  picked: number;
  of: number;
  onPick(picked: boolean): void;
};

/** The tick box in a table's head: picks all that is shown or nothing, and says where only some are picked. */
export function PickAll({ picked, of, onPick }: Props) {
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
        aria-label="Pick all shown"
        checked={of > 0 && picked === of}
        onChange={(event) => onPick(event.target.checked)}
      />
    </span>
  );
}
