/** A small bell tower. Decoration: the workspace's name stands beside it. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 24 24" fill="none" className={className}>
      <path
        d="M12 2.2V4m0 0 6.5 4.6h-13L12 4ZM7 8.6V21m10-12.4V21M4.5 21.2h15"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path
        d="M9.4 17.1c.8-.7.7-1.8.9-2.9.2-1 .8-1.6 1.7-1.6s1.5.6 1.7 1.6c.2 1.1.1 2.2.9 2.9Z"
        className="fill-primary forced-colors:fill-[CanvasText]"
      />
      <circle cx="12" cy="18.7" r=".9" className="fill-primary forced-colors:fill-[CanvasText]" />
    </svg>
  );
}
