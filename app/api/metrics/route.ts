export { getMetrics as GET } from "@/lib/http/metrics";
