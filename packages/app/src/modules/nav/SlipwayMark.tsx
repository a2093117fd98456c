/** A hull on its way down the slip, in the colour of the text around it. */
export function SlipwayMark(props: { className?: string }) {
  return (
    <svg
      className={props.className}
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
    >
      <path
        fill="currentColor"
        d="M5 13h19l-3.5 6.5H9.5z"
        transform="rotate(14 16 16)"
      />
      <path
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
        d="M3 16.5l14 8M17 27c2-1.6 4-1.6 6 0s4 1.6 6 0M12 5.5v5M12 5.5l6 4.6"
      />
    </svg>
  );
}
