import { redirect } from "next/navigation";

/** Belfry opens with the inbox. */
export default function Home(): never {
  redirect("/inbox");
}
