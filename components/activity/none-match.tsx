import { NothingHere, type NothingHereProps } from "@/components/ui/nothing-here";

/** Of a list under filters, which may go on though this page of it is empty. */
export function NoneMatch({ hasMore, ...props }: Pick<NothingHereProps, "Icon" | "action"> & { hasMore: boolean }) {
  return (
    <NothingHere {...props} title={hasMore ? "None among the latest" : "Nothing matches"}>
      {hasMore ? "The next page looks further back." : "Try fewer filters."}
    </NothingHere>
  );
}
