type Props = { children: string };

/** What is spoken politely when it changes: saved, queued, published, how many were found. One a surface. */
export function LiveRegion({ children }: Props) {
  return (
    <p className="sr" role="status">
      {children}
    </p>
  );
}
