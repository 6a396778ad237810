import { create } from 'zustand';

type Keeping = {
  /** False where the last thing typed could not be written: it stands on the screen alone. */
  kept: boolean;
  tell(kept: boolean): void;
};

/** Whether what is typed in this window is kept as a draft. */
export const useKeeping = create<Keeping>()((set) => ({
  kept: true,
  tell: (kept) => set((state) => (state.kept === kept ? state : { kept })),
}));
