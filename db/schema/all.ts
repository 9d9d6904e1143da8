// What drizzle-kit reads to make the migrations of either dialect.
export * from "./access";
export * from "./broadcasts";
export * from "./catalogue";
export * from "./deliveries";
export * from "./directory";
export * from "./events";
export * from "./mail";
export * from "./merging";
export * from "./notifications";
export * from "./preferences";
export * from "./schedules";
export * from "./transfers";
export * from "./triggers";
