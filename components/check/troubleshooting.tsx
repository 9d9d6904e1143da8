const STEPS: readonly { title: string; steps: readonly string[] }[] = [
  {
    title: "Is it meant for you?",
    steps: [
      "Some notifications go to a team only, some only to its main members: see Your teams above, and ask whoever runs the team to add you.",
      "Topics that need access you have not been given are not listed in your preferences at all: ask an admin.",
      "What you did yourself is not told to you. History says of each notification where it went, and why.",
    ],
  },
  {
    title: "This browser",
    steps: [
      "Each browser and each profile is asked separately. Allow notifications in this one, then send yourself a test.",
      "In a private window nothing is kept: allow notifications in an ordinary one.",
      "Extensions that block scripts or pop-ups may block these too. Switch them off for this address.",
    ],
  },
  {
    title: "This system",
    steps: [
      "Windows: Settings, System, Notifications. Switch your browser on, and Do not disturb off.",
      "Mac: System Settings, Notifications, your browser. Allow them, and look whether a Focus is on.",
      "Linux: your desktop's settings for notifications; some keep them silent while a window fills the screen.",
    ],
  },
  {
    title: "The phone",
    steps: [
      "Android: Settings, Apps, your browser or Belfry, Notifications. Allow them, and let the app run without battery limits.",
      "iPhone and iPad: Belfry must be on the home screen and opened from there. Then Settings, Notifications, Belfry.",
      "Look whether the phone is on silent, in a Focus, or without a network.",
    ],
  },
  {
    title: "When nothing else helps",
    steps: [
      "Sign out on the device, delete Belfry from the home screen or the list of devices, and close the browser.",
      "Open Belfry again, reinstall it if you had, sign in, and allow notifications anew.",
      "Send yourself a test here. If the provider took it and nothing shows, it is the device; if it was refused, tell an admin what it said.",
    ],
  },
];

/** What to try when a check finds nothing wrong and still nothing arrives (R92). */
export function Troubleshooting() {
  return (
    <section aria-labelledby="trouble">
      <h2 id="trouble" className="mb-2 font-semibold text-lg">
        Still nothing?
      </h2>
      <div className="grid gap-5 sm:grid-cols-2">
        {STEPS.map(({ title, steps }) => (
          <section key={title} aria-label={title}>
            <h3 className="mb-1 font-medium">{title}</h3>
            <ol className="ml-5 list-decimal space-y-1 text-muted-foreground text-sm">
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </section>
  );
}
