/** The product's sign: a capsule with a key's bit in it. */
export function Mark() {
  return (
    <svg aria-hidden viewBox="0 0 20 20" className="size-5 text-accent">
      <rect
        x="1.5"
        y="5"
        width="17"
        height="10"
        rx="5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
      />
      <circle cx="6.75" cy="10" r="1.9" fill="currentColor" />
      <path
        d="M8.5 10h6.5m-2.2 0v2.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
      />
    </svg>
  );
}
